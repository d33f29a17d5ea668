import assert from 'node:assert/strict';
import { resolve, survey } from '../../src/engine.js';
import { InputError } from '../../src/errors.js';
import { memoryProject } from '../../src/project/memory-view.js';

type Files = Readonly<Record<string, string>>;

const node: Files = {
  'package.json': '{"scripts":{"start":"node server.js"},"dependencies":{"b":"1.0.0"}}',
  'server.js': 'require("http").createServer().listen(3000);\n',
};
const berry: Files = { ...node, 'yarn.lock': '__metadata:\n  version: 8\n' };
const flask: Files = { 'app.py': 'from flask import Flask\n\napp = Flask(__name__)\n' };

function refusal(files: Files): string | null {
  const answers = { port: { value: 8080, source: '--port' } };
  try {
    resolve(survey(memoryProject(files), answers), answers);
    return null;
  } catch (error) {
    if (error instanceof InputError && error.code === 'written-password') return error.message.split(' ')[0]!;
    throw error;
  }
}

function withDependency(range: string): Files {
  return {
    ...node,
    'package.json': `{"scripts":{"start":"node server.js"},\n"dependencies":{"b":"${range}"}}`,
  };
}

describe('passwords that are written into what a layer keeps', () => {
  const cases: readonly (readonly [string, Files, string | null])[] = [
    [
      'Yarn, a token',
      { ...berry, '.yarnrc.yml': 'npmScopes:\n  a:\n    npmAuthToken: abc\n' },
      '.yarnrc.yml:3',
    ],
    ['Yarn, a user', { ...berry, '.yarnrc.yml': 'npmAuthIdent: "a:b"\n' }, '.yarnrc.yml:1'],
    ['Yarn, a variable', { ...berry, '.yarnrc.yml': 'npmAuthToken: "${TOKEN:-}"\n' }, null],
    ['Yarn, a host alone', { ...berry, '.yarnrc.yml': 'npmRegistryServer: "https://pkg.test"\n' }, null],
    ['Yarn, which does not install', { ...node, '.yarnrc.yml': 'npmAuthToken: abc\n' }, null],
    [
      'Bun, a token',
      { ...node, 'bunfig.toml': '[install.scopes]\na = { token = "abc", url = "b" }\n' },
      'bunfig.toml:2',
    ],
    ['Bun, a variable', { ...node, 'bunfig.toml': '[install.scopes]\na = { token = "$npm_token" }\n' }, null],
    ['an address in a manifest', withDependency('git+https://me:abc@git.test/b.git'), 'package.json:2'],
    ['a token alone', withDependency('https://ghp_abc@git.test/b.git'), 'package.json:2'],
    ['git over SSH', withDependency('git+ssh://git@git.test/b.git'), null],
    [
      'pip',
      { ...flask, 'requirements.txt': 'flask\n-i https://me:abc@pkg.test/simple\n' },
      'requirements.txt:2',
    ],
    [
      'pip, a variable',
      { ...flask, 'requirements.txt': 'flask\n-i https://me:${PW}@pkg.test/simple\n' },
      null,
    ],
    [
      'pip, a comment',
      { ...flask, 'requirements.txt': 'flask\n# -i https://me:abc@pkg.test/simple\n' },
      null,
    ],
    ['pip, a host alone', { ...flask, 'requirements.txt': 'flask\n-i https://pkg.test/simple\n' }, null],
    [
      'uv',
      {
        ...flask,
        'pyproject.toml':
          '[project]\nname = "a"\nversion = "1"\ndependencies = ["flask"]\n[[tool.uv.index]]\nurl = "https://me:abc@pkg.test/simple"\n',
        'uv.lock': 'version = 1\n',
      },
      'pyproject.toml:6',
    ],
    [
      'another tool in pyproject.toml',
      {
        ...flask,
        'pyproject.toml':
          '[project]\nname = "a"\nversion = "1"\ndependencies = ["flask"]\n[tool.tests]\nhost = "https://me:abc@localhost"\n',
      },
      null,
    ],
    [
      'Pipenv',
      { ...flask, Pipfile: '[[source]]\nurl = "https://me:abc@pkg.test/simple"\n[packages]\nflask = "*"\n' },
      'Pipfile:2',
    ],
  ];
  for (const [name, files, place] of cases)
    it(`${name}: ${place ?? 'taken'}`, () => assert.equal(refusal(files), place));

  it('an .npmrc with a password in an address is a secret of the build', () => {
    const files = { ...node, '.npmrc': 'registry=https://me:abc@pkg.test/\n' };
    const answers = { port: { value: 8080, source: '--port' } };
    const { plan } = resolve(survey(memoryProject(files), answers), answers);
    assert.deepEqual(
      plan.pipeline.secrets.map(({ id }) => id),
      ['npmrc'],
    );
  });
});
