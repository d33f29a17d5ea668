import assert from 'node:assert/strict';
import type { BaseId } from '../../src/decide/decision.js';
import { resolve, survey } from '../../src/engine.js';
import { memoryProject } from '../../src/project/memory-view.js';

type Files = Readonly<Record<string, string>>;

const bun: Files = {
  'package.json': '{"name":"a","scripts":{"start":"bun server.ts"}}',
  'bun.lock': '{}',
  'server.ts': 'Bun.serve({ fetch: () => new Response("") });\n',
};
const node: Files = { 'server.js': 'require("http").createServer().listen(3000);\n' };
const python: Files = { 'main.py': 'print("hello")\n' };

function planOn(base: BaseId, files: Files) {
  const answers = { base: { value: base, source: '--base' } };
  return resolve(survey(memoryProject(files), answers), answers).plan;
}

describe('a build stage', () => {
  const needless: readonly (readonly [name: string, files: Files, base: BaseId])[] = [
    ['Bun', bun, 'alpine'],
    ['Node.js', node, 'debian-slim'],
    ['Python', python, 'distroless'],
    ['Python with an empty list', { ...python, 'requirements.txt': '# none\n' }, 'wolfi'],
    ['pages', { 'index.html': '' }, 'alpine'],
  ];
  for (const [name, files, base] of needless) {
    it(`is not there where nothing is made in it: ${name}`, () => {
      const { build, run } = planOn(base, files);
      assert.equal(build.language, 'none');
      assert.deepEqual(
        run.copies.filter(({ from }) => from !== null && from !== 'init'),
        [],
      );
    });
  }

  const needed: readonly (readonly [name: string, files: Files, base: BaseId, language: string])[] = [
    ['Bun itself', bun, 'ubuntu', 'bun'],
    ['Node.js itself', node, 'ubuntu', 'node'],
    ["time zones, for an image's Python", python, 'chainguard', 'python'],
    ['packages', { ...python, 'requirements.txt': 'bottle==0.13.4\n' }, 'alpine', 'python'],
    [
      'a build',
      { ...node, 'package.json': '{"scripts":{"build":"node make.js","start":"node server.js"}}' },
      'alpine',
      'node',
    ],
  ];
  for (const [name, files, base, language] of needed) {
    it(`is there for ${name}`, () => assert.equal(planOn(base, files).build.language, language));
  }
});
