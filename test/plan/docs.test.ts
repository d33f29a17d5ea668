import assert from 'node:assert/strict';
import { resolve, survey } from '../../src/engine.js';
import { memoryProject } from '../../src/project/memory-view.js';
import { markdownWords } from '../../src/render/markdown-words.js';
import { baseIds, type BaseId } from '../../src/decide/decision.js';
import type { Docs } from '../../src/plan/plan.js';

const node = {
  'package.json': JSON.stringify({ name: 'app', scripts: { start: 'node server.js' } }),
  'server.js': "require('http').createServer().listen(3000);\n",
};
const go = {
  'go.mod': 'module x.test/app\n\ngo 1.27\n',
  'main.go': 'package main\n\nimport "net/http"\n\nfunc main() { http.ListenAndServe(":8080", nil) }\n',
};
const pages = { 'index.html': '<p>hello</p>\n' };

function docsOf(files: Readonly<Record<string, string>>, answers: object = {}): Docs {
  const given = { docs: { value: true, source: '--docs' }, ...answers };
  const { docs } = resolve(survey(memoryProject(files), given), given).plan;
  assert.ok(docs);
  return docs;
}

const on = (base: BaseId) => ({ base: { value: base, source: '--base' } });

describe('what CONTAINER.md says', () => {
  for (const [what, files, base, resolver] of [
    ['Node.js on Alpine', node, 'alpine', 'musl'],
    ['Node.js on Debian', node, 'debian-slim', 'usual'],
    ['Go on Alpine, which looks names up by itself', go, 'alpine', 'usual'],
    ['pages on Alpine, which look up none', pages, 'alpine', 'usual'],
  ] as const) {
    it(`of names of hosts: ${what}`, () =>
      assert.equal(docsOf(files, on(base)).kubernetes.resolver, resolver));
  }

  for (const [base, copying] of [
    ['scratch', 'debugger'],
    ['distroless', 'debugger'],
    ['chainguard', 'debugger'],
    ['ubi-micro', 'cat'],
    ['ubi-minimal', 'cat'],
    ['ubi', 'tar'],
    ['alpine', 'tar'],
    ['debian-slim', 'tar'],
  ] as const) {
    it(`of files of a container on ${base}: ${copying}`, () =>
      assert.equal(docsOf(go, on(base)).copying, copying));
  }

  it('of the user: OpenShift chooses one where Red Hat supports the image', () => {
    const free = baseIds.filter((base) => docsOf(go, on(base)).kubernetes.user === 'any');
    assert.deepEqual(free, ['ubi-micro', 'ubi-minimal', 'ubi', 'ubi-init']);
  });

  it('of volumes, with names that are no others', () => {
    const source = `${node['server.js']}['tmp', 'a/Data', 'b/data'];\n`;
    const made =
      "const fs = require('fs');\nfs.mkdirSync('tmp');\nfs.mkdirSync('a/Data');\nfs.mkdirSync('b/data');\n";
    const { volumes } = docsOf({ ...node, 'server.js': made + source }).kubernetes;
    assert.deepEqual(
      volumes.map(({ name }) => name),
      ['tmp-1', 'data', 'data-3'],
    );
  });

  it('of a decision: the same for a flag and for a stored answer, and without lines', () => {
    const said = (source: string) => docsOf(node, { shell: { value: false, source } }).why;
    assert.deepEqual(said('--no-shell'), said('.yo-rc.json:4'));
    assert.match(said('--no-shell')[0] ?? '', /no +\(asked for\)$/);
    assert.match(said('notes.md:12')[0] ?? '', /\(notes\.md\)$/);
  });

  it('of digests, where all images have one', () => {
    const digests = new Map(docsOf(go).images.map((image) => [image, `sha256:${'0'.repeat(64)}`]));
    const given = { docs: { value: true, source: '--docs' } };
    assert.equal(resolve(survey(memoryProject(go), given), given, digests).plan.docs?.pinned, 'digest');
    assert.equal(docsOf(go).pinned, 'tag');
  });
});

describe('a code span', () => {
  for (const [text, span] of [
    ['app', '`app`'],
    ['a`b', '``a`b``'],
    ['`a', '`` `a ``'],
    ['a``b', '`a``b`'],
  ] as const) {
    it(`of ${text}`, () => assert.equal(markdownWords.code(text), span));
  }
});
