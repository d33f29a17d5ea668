import assert from 'node:assert/strict';
import { memoryProject } from '../../src/project/memory-view.js';

type Format = 'json' | 'toml' | 'yaml';

function place(format: Format, text: string, keys: string[], expected: string | null): void {
  it(`${format}: ${JSON.stringify(text)} ${keys.join('.')}`, () => {
    assert.equal(
      memoryProject({ f: text })
        [format]('f')
        ?.get(...keys)?.source ?? null,
      expected,
    );
  });
}

function broken(format: Format, text: string, message: RegExp): void {
  it(`${format}: ${JSON.stringify(text)}`, () => {
    assert.throws(() => memoryProject({ f: text })[format]('f'), {
      name: 'InputError',
      code: `broken-${format}`,
      message,
    });
  });
}

describe('the line of a key', () => {
  place('json', '{\n"a": 1\n}', ['a'], 'f:2');
  place('json', '{"x": "\\"b\\": {",\n"a": {\n"b": 1}}', ['a', 'b'], 'f:3');
  place('json', '{"b": 1,\n"a": [{"b": 2},\n{"b": 3}]}', ['a', '1', 'b'], 'f:3');
  place('json', '{\n"a": 1,\n"a": 2}', ['a'], 'f:3');
  place('json', '{"a": null}', ['a'], null);
  place('json', '{"a": 1}', ['toString'], null);
  place('json', '{"__proto__": {"a":\n1}}', ['__proto__', 'a'], 'f:1');
  place('toml', '[a]\nb = 1', ['a', 'b'], 'f:2');
  place('toml', 'x = """\n[a]\nb = 1\n"""\n[a]\nb = 2', ['a', 'b'], 'f:6');
  place('toml', 'a.b.c = 1', ['a', 'b', 'c'], 'f:1');
  place('toml', '\n["a.b"]\n"c d" = 1', ['a.b', 'c d'], 'f:3');
  place('toml', '[a]\nb = { c = 1 }', ['a', 'b', 'c'], 'f:2');
  place('toml', '[[a]]\nb = 1', ['a'], 'f:1');
  place('yaml', 'a:\n  b: 1', ['a', 'b'], 'f:2');
  place('yaml', 'a:\n  - 1\n  - c: 2', ['a', '1', 'c'], 'f:3');
  place('yaml', 'a: 1\n---\nb: 2', ['b'], null);
});

describe('a broken file says where', () => {
  broken('json', '', /^f:1:1: a value expected, but the file ends$/);
  broken('json', '{"a": 1,\n}', /^f:2:1: a key in double quotes expected, but found "}"$/);
  broken('json', '{"a" 1}', /^f:1:6: : expected/);
  broken('json', '{"a": 1\n "b": 2}', /^f:2:2: , or } expected/);
  broken('json', "{'a': 1}", /^f:1:2: /);
  broken('json', '[1, 2', /^f:1:6: , or ] expected, but the file ends$/);
  broken('json', '{} x', /^f:1:4: the end of the file expected/);
  broken('json', '{"a": "x\ny"}', /^f:1:7: a value expected/);
  broken('toml', 'a = 1\nb = ', /^f:2:\d+: /);
  broken('yaml', 'a: 1\nb: [1', /^f:2:\d+: /);
  broken('yaml', 'a: *nobody', /^f:\d+:\d+: /);
});

describe('JSON with comments', () => {
  it('is for tsconfig alone', () => {
    const text = '{ // ours\n /* x */ "a": "// no comment, }",\n "b": [1, 2,],\n}';
    const project = memoryProject({ 'tsconfig.json': text, 'package.json': text });
    assert.deepEqual(project.json('tsconfig.json')?.value, { a: '// no comment, }', b: [1, 2] });
    assert.equal(project.json('tsconfig.json')?.get('b')?.source, 'tsconfig.json:3');
    assert.throws(() => project.json('package.json'), {
      code: 'broken-json',
      message: /^package\.json:1:3: /,
    });
  });
});

describe('a text', () => {
  const file = memoryProject({ f: '\uFEFFa\r\nkey = 1\r\nkey = 2' }).read('f');
  it('has neither byte order mark nor CR', () => assert.equal(file?.text, 'a\nkey = 1\nkey = 2'));
  it('knows lines', () => assert.equal(file?.lineOf('key'), 2));
  it('matches a group', () =>
    assert.deepEqual(file?.match(/key = (?<value>2)/), { value: '2', source: 'f:3' }));
  it('matches a global pattern from its start each time', () => {
    const pattern = /key = (\d)/g;
    assert.deepEqual(
      [file?.match(pattern), file?.match(pattern)],
      Array(2).fill({ value: '1', source: 'f:2' }),
    );
  });
  it('gives null where nothing matches', () => assert.equal(file?.match(/other (\d)/), null));
});
