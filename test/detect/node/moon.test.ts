import assert from 'node:assert/strict';
import type { NodeDetails } from '../../../src/detect/facts.js';
import { node } from '../../../src/detect/node.js';
import { memoryProject } from '../../../src/project/memory-view.js';

const files = {
  'package.json': '{ "workspaces": ["apps/*"], "devDependencies": { "typescript": "^5" } }',
  'package-lock.json': '{ "lockfileVersion": 3, "packages": {} }',
  '.moon/workspace.yml': "projects: ['apps/*']\n",
  '.moon/toolchain.yml': "node:\n  version: '22.17.0'\n",
  'apps/api/package.json': '{ "name": "@team/api", "dependencies": { "fastify": "^5" } }',
  'apps/api/src/index.ts':
    "import Fastify from 'fastify';\nFastify().listen({ port: 3000, host: '0.0.0.0' });\n",
};
const own = `tasks:
  build:
    command: 'tsc'
    args: ['--outDir', 'dist']
    outputs: ['dist']
  start:
    command: 'node dist/index.js'
    deps: ['~:build']
`;

function detect(more: Readonly<Record<string, string>>) {
  const project = memoryProject({ ...files, ...more });
  const facts = node.detect(project.below('apps/api'), null, { root: project, folder: 'apps/api' });
  return { facts, details: facts.details as NodeDetails };
}

describe('tasks of moon', () => {
  it('build and start where package.json has no scripts', () => {
    const { facts, details } = detect({ 'apps/api/moon.yml': own });
    assert.deepEqual(details.buildTool, ['tsc', '--outDir', 'dist']);
    assert.deepEqual(details.startWords, ['node', 'dist/index.js']);
    assert.deepEqual(details.output, ['dist']);
    assert.equal(facts.version?.value, '22.17.0');
    assert.match(facts.start?.source ?? '', /^apps\/api\/moon\.yml:7$/);
  });
  it('those that all projects inherit', () => {
    assert.deepEqual(detect({ '.moon/tasks/node.yml': own }).details.buildTool, ['tsc', '--outDir', 'dist']);
  });
  it('scripts of package.json come first', () => {
    const scripts =
      '{ "name": "@team/api", "scripts": { "build": "tsc -p .", "start": "node dist/main.js" }, "dependencies": {} }';
    const { details } = detect({ 'apps/api/moon.yml': own, 'apps/api/package.json': scripts });
    assert.equal(details.buildTool, null);
    assert.deepEqual(details.startWords, ['node', 'dist/main.js']);
  });
  it('what only moon fills in is left alone', () => {
    const tasks = "tasks:\n  build:\n    command: 'tsc --outDir $workspaceRoot/dist'\n";
    assert.equal(detect({ 'apps/api/moon.yml': tasks }).details.buildTool, null);
  });
});
