import assert from 'node:assert/strict';
import {
  loadActions,
  loadBase,
  loadBases,
  loadLanguage,
  loadPipelineImages,
} from '../../src/catalogue/catalogue.js';
import { emittedCells, emittedImages, type EmittedCell } from './emitted-images.js';
import { distinct, isDockerfile, outputs } from '../output/golden-outputs.js';
import { glibcOf, isKnown, knownImages } from './known-images.js';

describe('images of the catalogue', () => {
  it('exist', () => {
    const unknown = [...emittedImages()].filter(([image]) => !isKnown(image));
    assert.deepEqual(unknown, []);
  });

  it('exist in every Dockerfile that was ever expected', () => {
    const unknown = distinct(outputs(isDockerfile)).flatMap(({ golden, text }) => {
      const stages = [...text.matchAll(/ AS (\S+)$/gm)].map(([, name]) => name);
      const images = [...text.matchAll(/^FROM (?:--platform=\S+ )?(\S+)/gm)].map(([, image = '']) => image);
      return images
        .filter((image) => !stages.includes(image) && !isKnown(image))
        .map((image) => `${golden.name}: ${image}`);
    });
    assert.deepEqual(unknown, []);
  });

  it('are all that the copied list holds', () => {
    const emitted = emittedImages();
    assert.deepEqual(
      knownImages().filter((image) => !emitted.has(image)),
      [],
    );
  });

  it('have a tag, and float only where nothing else is free', () => {
    for (const [image] of emittedImages()) {
      if (image === 'scratch') continue;
      assert.match(image, /:[\w.-]+$/);
      if (/:latest/.test(image)) assert.match(image, /^cgr\.dev\/chainguard\//);
    }
  });
});

describe('images of pipelines', () => {
  for (const [name, entry] of Object.entries(loadPipelineImages())) {
    it(`${name} has an exact tag, and a source`, () => {
      const { image, source } = entry as { image: string; source: string };
      assert.match(image, /^[a-z./-]+:v?\d+\.\d+\.\d+(?:-[a-z]+)?$/);
      assert.ok(source.length > 0);
    });
  }

  it('are of the versions that actions install', () => {
    const { tools } = loadActions();
    const { trivy, grype } = loadPipelineImages();
    assert.ok(trivy.image.endsWith(`:${tools['trivy']?.slice(1)}`));
    assert.ok(grype.image.endsWith(`:${tools['grype']}-debug`));
  });
});

/** What a C compiler made runs there; pages are read by a web server. */
const isCompiled = ({ native, cell }: EmittedCell) => native && cell.server === undefined;

describe('cells of the catalogue', () => {
  for (const { name, base, cell } of emittedCells().filter(isCompiled)) {
    it(`${name}: what is built runs on the last stage's C library`, () => {
      const [build, run] = [glibcOf(cell.build), glibcOf(cell.run)];
      if (build !== null && run !== null) assert.ok(build <= run, `${cell.build} is newer than ${cell.run}`);
      const musl = loadBase(base).libc === 'musl';
      assert.equal(cell.build.includes('alpine'), musl, `${cell.build} for ${cell.run}`);
    });
  }

  it('leave no placeholder unfilled', () => {
    for (const { name, cell } of emittedCells()) assert.doesNotMatch(JSON.stringify(cell), /\{\w+\}/, name);
  });

  it('install packages only where something can', () => {
    for (const { name, base, cell } of emittedCells()) {
      const asked = [...(cell.runPackages ?? []), ...(cell.reinstall ?? [])];
      assert.ok(asked.length === 0 || loadBase(base).packageManager !== null, name);
    }
  });
});

describe('bases of the catalogue', () => {
  it('run as a numeric user other than root', () => {
    for (const { id, user } of loadBases()) assert.ok(user.uid > 0 && Number.isInteger(user.gid), id);
  });

  it('are supported on the day of the facts', () => {
    for (const { id, supportedUntil } of loadBases())
      assert.ok(supportedUntil === null || supportedUntil > loadLanguage('go').asOf, id);
  });
});
