import assert from 'node:assert/strict';
import { resolve, survey } from '../../src/engine.js';
import { memoryProject } from '../../src/project/memory-view.js';

const node = {
  'package.json': '{"name":"a","scripts":{"start":"node server.js"}}',
  'server.js': 'open("data/shop.db");\n',
};

function planned(files: Readonly<Record<string, string>>) {
  return resolve(survey(memoryProject({ ...node, ...files }), {}), {}).plan;
}

function patterns(files: Readonly<Record<string, string>>): string[] {
  return planned(files).ignore.flatMap((group) => group.patterns);
}

const certificate = '-----BEGIN CERTIFICATE-----\nMII\n';
const exceptions: readonly (readonly [name: string, files: Record<string, string>, kept: string[]])[] = [
  ['a public certificate', { 'certs/ca.pem': certificate }, ['certs/ca.pem']],
  ['a name with marks of patterns', { 'app/[id]/ca.pem': certificate }, ['app/\\[id\\]/ca.pem']],
  ['no certificate with its key', { 'certs/ca.pem': `${certificate}-----BEGIN PRIVATE KEY-----\n` }, []],
  [
    'texts for a page',
    { 'locales/en/credentials.json': '{"title":"Sign in"}' },
    ['locales/en/credentials.json'],
  ],
  ['no credentials', { 'credentials.json': '{"client_secret":"x"}' }, []],
  ['nothing in a hidden folder', { '.config/gcloud/credentials.json': '{"a":"b"}' }, []],
  ['a database that the sources name', { 'data/shop.db': 'x' }, ['data/shop.db']],
  ['no other database', { 'local.db': 'x', 'data/copy.sqlite3': 'x' }, []],
];

describe('the build context', () => {
  for (const [name, files, kept] of exceptions) {
    it(`keeps ${name}`, () => assert.deepEqual(planned(files).ignoreExceptions, kept));
  }

  const typescript = (settings: string) => ({
    'tsconfig.json': settings,
    'src/server.ts': '',
    'test/server.ts': '',
  });

  it('has tests that TypeScript compiles with the sources, and no others', () => {
    assert.ok(patterns(typescript('{"compilerOptions":{"outDir":"dist"}}')).includes('!test'));
    assert.ok(patterns(typescript('{"include":["src","test/**/*"]}')).includes('!test'));
    for (const settings of [
      '{"include":["src"]}',
      '{"exclude":["node_modules","test"]}',
      '{"compilerOptions":{"rootDir":"src"}}',
      '{"compilerOptions":{"noEmit":true}}',
    ])
      assert.ok(!patterns(typescript(settings)).includes('!test'), settings);
  });

  it('goes without what the build makes anew', () => {
    const built = patterns({
      'package.json': '{"name":"a","scripts":{"start":"node dist/server.js","build":"tsc --outDir dist"}}',
    });
    assert.ok(built.includes('dist') && built.includes('**/*.tsbuildinfo'));
    assert.ok(!patterns({ 'dist/server.js': '' }).includes('dist'));
  });
});
