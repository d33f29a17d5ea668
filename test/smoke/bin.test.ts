import assert from 'node:assert/strict';
import { builtBin, runNode, withCopy } from './built.js';

describe('the bundled bin', function () {
  this.timeout(30_000);

  for (const project of ['go-server', 'node-pnpm', 'python-uv']) {
    it(`loads nothing of node_modules for ${project} where nothing is asked`, () =>
      withCopy(project, async (folder, copy) => {
        const { status, stderr } = await runNode(folder, ['--import', tracer, builtBin, copy, '--yes']);
        assert.equal(status, 0, stderr);
        assert.match(stderr, /^loads .*dist\/bin\/baseimage\.js$/m);
        assert.doesNotMatch(stderr, /^loads .*node_modules/m);
      }));
  }
});

/** A module that tells every module that is resolved after it. */
const hooks = inline(
  'export async function resolve(name, context, next) { const found = await next(name, context); process._rawDebug("loads " + found.url); return found; }',
);
const tracer = inline(`import { register } from 'node:module'; register(${JSON.stringify(hooks)});`);

function inline(script: string): string {
  return `data:text/javascript,${encodeURIComponent(script)}`;
}
