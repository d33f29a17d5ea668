import assert from 'node:assert/strict';
import { node } from '../../../src/detect/node.js';
import { memoryProject } from '../../../src/project/memory-view.js';

function claims(name: string, manifest: object, expected: boolean, files: Record<string, string> = {}): void {
  it(name, () => {
    const project = memoryProject({ 'package.json': JSON.stringify(manifest), 'index.html': '', ...files });
    assert.equal(node.claims?.(project), expected);
  });
}

describe('a package.json beside finished pages', () => {
  const start = 'live-server --port=8080';
  claims(
    'shows them while one writes them',
    { scripts: { start }, devDependencies: { 'live-server': '1' } },
    false,
  );
  claims('serves them by a tool that comes along', { scripts: { start: 'npx serve .' } }, false);
  claims('builds something', { scripts: { start, build: 'tailwindcss -o a.css' } }, true);
  claims('starts a program', { scripts: { start: 'node server.js' } }, true, { 'server.js': '' });
  claims('needs packages', { scripts: { start }, dependencies: { express: '5' } }, true);
  claims('says nothing of a start', { devDependencies: { vite: '7' } }, true);
});
