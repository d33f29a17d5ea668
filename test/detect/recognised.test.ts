import assert from 'node:assert/strict';
import { decideFor } from '../../src/doors/decide-for.js';
import { InputError } from '../../src/errors.js';
import { memoryProject } from '../../src/project/memory-view.js';

const noRegistry = () => Promise.reject(new Error('nothing is pinned here'));

type Files = Readonly<Record<string, string>>;

async function refusal(files: Files): Promise<InputError> {
  try {
    await decideFor(memoryProject(files), {}, null, noRegistry);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

const html = { 'index.html': '<p>hello</p>' };
const manifest = { 'package.json': '{ "devDependencies": { "vite": "7" } }' };

describe('a refusal says what was recognised', () => {
  const cases: readonly (readonly [string, Files, code: string, language: string | null])[] = [
    ['nothing', { 'notes.xyz': '' }, 'no-language', null],
    ['Node.js without a manifest', { 'index.js': 'exports.f = 1;' }, 'no-manifest', 'node index.js'],
    ['settings of a tool alone', { '.prettierrc.js': '' }, 'no-language', null],
    ['any script', { 'thing.mjs': '' }, 'no-manifest', 'node thing.mjs'],
    [
      'Go without a module, with packages',
      { 'main.go': 'package main\nimport "github.com/gin-gonic/gin"\nfunc main() { gin.New() }\n' },
      'no-go-module',
      'go main.go',
    ],
    ['pixi', { 'pixi.toml': '[dependencies]\npython = "3.12.*"\n' }, 'not-served', 'python pixi.toml'],
    ['conda', { 'environment.yml': 'dependencies: [python=3.9]\n' }, 'not-served', 'python environment.yml'],
    ['Maven', { 'pom.xml': '<project/>' }, 'not-served', 'java pom.xml'],
    [
      'Maven with pages',
      { 'pom.xml': '', 'src/main/resources/static/index.html': '' },
      'not-served',
      'java pom.xml',
    ],
    [
      'Gradle with a front end',
      { 'build.gradle': '', 'ui/package.json': '{}' },
      'not-served',
      'java build.gradle',
    ],
    [
      'Gradle, Kotlin',
      { 'build.gradle.kts': '', 'src/main/kotlin/A.kt': '' },
      'not-served',
      'kotlin src/main/kotlin/',
    ],
    ['Rust', { 'Cargo.toml': '', 'src/main.rs': '' }, 'not-served', 'rust Cargo.toml'],
    ['.NET', { 'shop.csproj': '' }, 'not-served', 'dotnet shop.csproj'],
    ['PHP beside pages', { ...html, 'index.php': '' }, 'not-served', 'php index.php'],
    ['Laravel', { ...manifest, 'composer.json': '{}', artisan: '' }, 'not-served', 'php composer.json'],
    ['Rails', { ...manifest, Gemfile: '', 'config.ru': '' }, 'not-served', 'ruby Gemfile'],
    ['Elixir', { 'mix.exs': '' }, 'not-served', 'elixir mix.exs'],
    [
      'Hugo with a module for its theme',
      { 'hugo.toml': '', 'go.mod': 'module a\n', 'content/a.md': '' },
      'not-served',
      'hugo hugo.toml',
    ],
    ['CMake', { 'CMakeLists.txt': '', 'main.cpp': '' }, 'not-served', 'cpp CMakeLists.txt'],
    ['a Makefile for scripts', { Makefile: '', 'index.js': '' }, 'no-manifest', 'node index.js'],
    ['apps of two languages', { 'a/go.mod': 'module a\n', 'b/package.json': '{}' }, 'several-apps', null],
    [
      'apps of one language',
      { 'a/package.json': '{}', 'b/package.json': '{}' },
      'several-apps',
      'node a/package.json',
    ],
    ['a broken manifest', { 'package.json': '{' }, 'broken-json', null],
  ];
  for (const [name, files, code, language] of cases)
    it(name, async () => {
      const error = await refusal(files);
      assert.equal(error.code, code);
      const found = error.recognised?.language;
      assert.equal(found ? `${found.value} ${found.source}` : null, language);
    });
});

describe('a tool of a language that is not served', () => {
  const served: readonly (readonly [string, Files])[] = [
    ['Gemfile for documents', { ...html, Gemfile: '' }],
    [
      'a server in Node.js beside index.php',
      { 'package.json': '{ "scripts": { "start": "node s.js" } }', 's.js': '', 'index.php': '' },
    ],
    [
      'Python with Rust',
      { 'main.py': 'print(1)', 'requirements.txt': '', 'Cargo.toml': '', 'src/main.rs': '' },
    ],
  ];
  for (const [name, files] of served)
    it(`${name}: served`, async () => {
      await decideFor(memoryProject(files), {}, null, noRegistry);
    });
});

describe('several apps', () => {
  it('pages of Hugo: how they are made and served', async () => {
    const { hint } = await refusal({ 'hugo.toml': '', 'content/a.md': '' });
    assert.match(hint ?? '', /--app public --language static/);
  });
  it('are listed with what is known of each', async () => {
    const { hint } = await refusal({
      'api/go.mod': 'module a\n',
      'api/main.go': 'package main\nimport "net/http"\nfunc main() { http.ListenAndServe(":8080", nil) }\n',
      'web/package.json': '{ "scripts": { "start": "node server.js" } }',
      'web/server.js': 'require("http").createServer().listen(3000)',
    });
    assert.equal(
      hint,
      'pick one:\n--app api # go, net/http, main.go, port 8080\n--app web # node, node server.js, port 3000',
    );
  });
});
