import assert from 'node:assert/strict';
import { builtBin, runNode, withCopy } from './built.js';

describe('the bundled bin', function () {
  this.timeout(30_000);

  for (const project of ['go-server', 'node-pnpm', 'python-uv']) {
    it(`loads nothing that asks or formats for ${project} where nothing is asked`, () =>
      withCopy(project, async (folder, copy) => {
        const { status, stderr } = await runNode(folder, ['--import', tracer, builtBin, copy, '--yes']);
        assert.equal(status, 0, stderr);
        assert.match(stderr, /^loads .*dist\/bin\/baseimage\.cjs$/m);
        assert.doesNotMatch(stderr, /^loads .*node_modules\/(?:@?yeoman|@?inquirer|prettier|lodash|rxjs)/m);
      }));
  }
});

/** A module that tells every module that is resolved after it. */
const hooks = inline(
  'export async function resolve(name, context, next) { const found = await next(name, context); process._rawDebug("loads " + found.url); return found; }',
);
/** What `require` loaded is known at the end. */
const required =
  'process.on("exit", () => { for (const file of Object.keys(createRequire("file:///").cache)) process._rawDebug("loads " + file); });';
const tracer = inline(
  `import { createRequire, register } from 'node:module'; register(${JSON.stringify(hooks)}); ${required}`,
);

function inline(script: string): string {
  return `data:text/javascript,${encodeURIComponent(script)}`;
}
