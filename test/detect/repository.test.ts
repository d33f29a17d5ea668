import assert from 'node:assert/strict';
import { detectRepository } from '../../src/detect/repository/repository.js';
import { renovateFiles } from '../../src/detect/repository/update-files.js';
import { memoryProject } from '../../src/project/memory-view.js';

const from = 'FROM alpine:3.24\n';
const service = 'services:\n  db:\n    image: postgres:18\n';

describe('folders with a Dockerfile', () => {
  const files: readonly (readonly [path: string, text: string, folder: string | null])[] = [
    ['Dockerfile', from, '.'],
    ['api/Dockerfile', `# syntax=docker/dockerfile:1\nARG A\n${from}`, 'api'],
    ['api/Dockerfile.dev', from, 'api'],
    ['api/dev.Dockerfile', from, 'api'],
    ['api/web.dockerfile', from, 'api'],
    ['api/Dockerfile-dev', from, 'api'],
    ['ops/Containerfile', 'from --platform=linux/amd64 fedora\n', 'ops'],
    ['a b/Containerfile.ci', from, 'a b'],
    ['.devcontainer/Dockerfile', from, '.devcontainer'],
    ['test/fixtures/app/Dockerfile', from, 'test/fixtures/app'],
    ['api/Dockerfile', 'ARG IMAGE\nFROM $IMAGE\n', null],
    ['api/Dockerfile', 'FROM scratch\nCOPY . .\n', null],
    ['api/Dockerfile.ejs', 'FROM <%= image %>\n', null],
    ['api/Dockerfile.dockerignore', 'node_modules\n', null],
    ['src/dockerfile.ts', `export const from = 'x';\n`, null],
    ['src/dockerfiles', from, null],
    ['docs/about-dockerfile.md', from, null],
    ['node_modules/x/Dockerfile', from, null],
    ['vendor/x/Dockerfile', from, null],
  ];
  for (const [path, text, folder] of files)
    it(`${path}: ${JSON.stringify(text)}`, () => {
      const found = detectRepository(memoryProject({ [path]: text })).dockerfileFolders;
      assert.deepEqual(found, folder === null ? [] : [folder]);
    });

  it('are named once, sorted', () => {
    const project = memoryProject({ 'b/Dockerfile': from, 'b/Dockerfile.dev': from, 'a/Dockerfile': from });
    assert.deepEqual(detectRepository(project).dockerfileFolders, ['a', 'b']);
  });
});

describe('folders with a compose file', () => {
  const files: readonly (readonly [path: string, text: string, folder: string | null])[] = [
    ['compose.yaml', service, '.'],
    ['docker-compose.yml', service, '.'],
    ['deploy/docker-compose.prod.yml', service, 'deploy'],
    ['compose.yaml', 'services:\n  app:\n    build: .\n', null],
    ['compose.yaml', 'services:\n  app:\n    image: ${IMAGE}\n', null],
    ['my-compose.yaml', service, null],
  ];
  for (const [path, text, folder] of files)
    it(`${path}: ${JSON.stringify(text)}`, () => {
      const found = detectRepository(memoryProject({ [path]: text })).composeFolders;
      assert.deepEqual(found, folder === null ? [] : [folder]);
    });
});

describe('settings of bots', () => {
  for (const path of renovateFiles)
    it(`${path} is Renovate's`, () => {
      const { renovateFile } = detectRepository(memoryProject({ [path]: '{}' }));
      assert.deepEqual(renovateFile, { value: path, source: path });
    });

  it('are found in package.json, with their line', () => {
    const project = memoryProject({ 'package.json': '{\n  "renovate": {}\n}' });
    assert.deepEqual(detectRepository(project).renovateFile, {
      value: 'package.json',
      source: 'package.json:2',
    });
  });

  it('are none where package.json is broken or says nothing', () => {
    for (const text of ['{', '{}', '[]'])
      assert.equal(detectRepository(memoryProject({ 'package.json': text })).renovateFile, null);
  });

  it("of Dependabot's two names the first is taken", () => {
    const [yml, yaml] = ['.github/dependabot.yml', '.github/dependabot.yaml'];
    const found = (files: readonly string[]) =>
      detectRepository(memoryProject(Object.fromEntries(files.map((file) => [file, ''])))).dependabotFile
        ?.value;
    assert.equal(found([yaml]), yaml);
    assert.equal(found([yml, yaml]), yml);
    assert.equal(found([]), undefined);
  });
});
