import assert from 'node:assert/strict';
import { existsSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../src/package-root.js';
import { overridesInUse } from '../../src/render/overrides.js';
import { builtIn, templateRoots } from '../../src/render/template-roots.js';
import { inputError } from './input-error.js';
import { posixOnly } from './posix-only.js';
import { temporaryProject, type TemporaryProject } from './temporary-project.js';

let project: TemporaryProject;
beforeEach(() => {
  project = temporaryProject();
});
afterEach(() => project.remove());

describe('packageRoot', () => {
  it('is the folder with our package.json', () => {
    assert.ok(existsSync(path.join(packageRoot(), 'templates')));
  });
});

describe('templateRoots', () => {
  const folders = (...names: string[]) => templateRoots(names, project.root).map(({ folder }) => folder);
  const templates = path.join(packageRoot(), 'templates');

  it('has the built-in templates alone where nothing is named', () => {
    assert.deepEqual(templateRoots([], project.root), [{ folder: templates, origin: builtIn }]);
  });

  it('takes folders, absolute or from the current one, the last named first', () => {
    project.put('a/README.md', '');
    project.put('b/README.md', '');
    assert.deepEqual(folders('a', './b', project.at('a')), [
      project.at('a'),
      project.at('b'),
      project.at('a'),
      templates,
    ]);
    assert.equal(templateRoots(['./b'], project.root)[0]!.origin, '--templates ./b');
  });

  it('takes the folder templates/ of an overlay that has one', () => {
    project.put('acme/templates/bases/alpine/runtime.Dockerfile.ejs', '');
    assert.equal(folders('acme')[0], project.at('acme/templates'));
  });

  it('takes a package that is installed here or above, hidden package.json or not', () => {
    project.put('node_modules/@acme/base/package.json', '{ "name": "@acme/base", "exports": {} }');
    project.put('node_modules/plain/package.json', '{ "name": "plain" }');
    project.put('node_modules/plain/templates/x.ejs', '');
    project.put('services/api/package.json', '{}');
    const [scoped, plain] = ['@acme/base', 'plain'].map(
      (name) => templateRoots([name], project.at('services/api'))[0]!.folder,
    );
    assert.equal(scoped, project.at('node_modules/@acme/base'));
    assert.equal(plain, project.at('node_modules/plain/templates'));
  });

  it('prefers a folder to a package of the same name', () => {
    project.put('node_modules/acme/package.json', '{}');
    project.put('acme/README.md', '');
    assert.equal(folders('acme')[0], project.at('acme'));
  });

  for (const name of [
    'nowhere',
    './nowhere',
    '',
    '../../../nowhere-at-all',
    '@acme/nowhere',
    'fs',
    'a\u001bb',
    'a\0b',
  ]) {
    it(`tells what it tried for ${JSON.stringify(name)}`, () => {
      const error = inputError('no-such-overlay', () => folders(name));
      assert.match(error.hint, /^tried: the folder .*; (the package|no package)/);
      assert.equal(`${error.message}${error.hint}`.includes('\u001b'), false);
    });
  }

  it('refuses a file', () => {
    project.put('acme', 'x');
    assert.match(inputError('no-such-overlay', () => folders('./acme')).message, /this is a file/);
  });
});

describe('overridesInUse', () => {
  const runtime = 'bases/alpine/runtime.Dockerfile.ejs';
  const pair = 'languages/go/alpine.Dockerfile.ejs';
  const overlay = (name: string) => ({ folder: project.at(name), origin: `--templates ./${name}` });
  const inUse = (...names: string[]) =>
    overridesInUse([...names.map(overlay), { folder: project.at('own'), origin: builtIn }], [pair]);
  beforeEach(() => project.put(`own/${runtime}`, ''));

  it('lists what overrides a built-in template or fills a slot', () => {
    project.put(`acme/${runtime}`, '');
    project.put(`acme/${pair}`, '');
    assert.deepEqual(inUse('acme'), [
      { template: runtime, ...overlay('acme') },
      { template: pair, ...overlay('acme') },
    ]);
  });

  it('lists the first of two overlays', () => {
    project.put(`first/${runtime}`, '');
    project.put(`second/${runtime}`, '');
    assert.deepEqual(inUse('first', 'second'), [{ template: runtime, ...overlay('first') }]);
  });

  it('passes over what belongs to a package or folder', () => {
    const files = [
      'README.md',
      'readme',
      'LICENSE',
      'licence.txt',
      'package.json',
      'baseimage.yaml',
      '.npmrc',
      '.git/config',
    ];
    for (const file of [...files, 'node_modules/x/index.js']) project.put(`acme/${file}`, '');
    assert.deepEqual(inUse('acme'), []);
  });

  it('refuses a file that overrides nothing, and names the nearest', () => {
    project.put('acme/bases/alpin/runtime.Dockerfile.ejs', '');
    const error = inputError('overrides-nothing', () => inUse('acme'));
    assert.ok(error.message.includes(project.at('acme/bases/alpin/runtime.Dockerfile.ejs')));
    assert.match(error.hint, /^did you mean bases\/alpine\/runtime\.Dockerfile\.ejs\?/);
  });

  it('refuses a template that is a dot file and overrides nothing', () => {
    project.put('acme/.gitignore.ejs', '');
    inputError('overrides-nothing', () => inUse('acme'));
  });

  posixOnly('follows links in an overlay, but not in circles', () => {
    project.put('shared/runtime.Dockerfile.ejs', '');
    project.put('acme/bases/README.md', '');
    symlinkSync(project.at('shared'), project.at('acme/bases/alpine'));
    symlinkSync(project.at('acme'), project.at('acme/bases/again'));
    assert.deepEqual(inUse('acme'), [{ template: runtime, ...overlay('acme') }]);
  });

  posixOnly('refuses links to nothing and to themselves: the built-in template would be used quietly', () => {
    project.put('dangling/bases/README.md', '');
    symlinkSync('nothing', project.at('dangling/bases/x.ejs'));
    assert.match(inputError('unreadable', () => inUse('dangling')).message, /a link to nothing/);
    project.put('circle/bases/README.md', '');
    symlinkSync('x.ejs', project.at('circle/bases/x.ejs'));
    assert.match(inputError('unreadable', () => inUse('circle')).message, /round in circles/);
  });
});
