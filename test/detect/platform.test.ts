import assert from 'node:assert/strict';
import { statedPackages } from '../../src/detect/platform/packages.js';
import { platformStart, startWarnings } from '../../src/detect/platform/platform-start.js';
import { statedPort, withStatedSettings } from '../../src/detect/platform/stated-settings.js';
import { go } from '../../src/detect/go.js';
import type { LanguageId } from '../../src/detect/facts.js';
import { memoryProject } from '../../src/project/memory-view.js';

type Files = Readonly<Record<string, string>>;

describe('platforms: the start command', () => {
  const cases: readonly (readonly [string, LanguageId, Files, string | null, string?])[] = [
    ['nothing', 'node', {}, null],
    [
      'Procfile, web',
      'python',
      { Procfile: 'worker: python w.py\nweb: python s.py\n' },
      'python s.py',
      'Procfile:2',
    ],
    [
      'Procfile, a worker alone',
      'python',
      { Procfile: 'worker: exec python w.py\n' },
      'python w.py',
      'Procfile:1',
    ],
    ['Procfile, two workers', 'python', { Procfile: 'a: python a.py\nb: python b.py\n' }, null],
    [
      'fly.toml',
      'node',
      { 'fly.toml': '[processes]\nweb = "node a.js"\nworker = "node b.js"\n' },
      'node a.js',
      'fly.toml:2',
    ],
    ['fly.toml, the command of the image', 'python', { 'fly.toml': '[processes]\napp = ""\n' }, null],
    [
      'render.yaml',
      'go',
      {
        'render.yaml':
          'services:\n  - type: worker\n    startCommand: ./w\n  - type: web\n    buildCommand: go build -o app\n    startCommand: ./app\n',
      },
      './app',
      'render.yaml:6',
    ],
    [
      'render.yaml, another folder',
      'go',
      { 'render.yaml': 'services:\n  - type: web\n    rootDir: api\n    startCommand: ./app\n' },
      null,
    ],
    [
      'railway.json',
      'node',
      { 'railway.json': '{ "deploy": {\n"startCommand": "npm start" } }' },
      'npm start',
      'railway.json:2',
    ],
    [
      'railway.toml',
      'node',
      { 'railway.toml': '[deploy]\nstartCommand = "npm start"\n' },
      'npm start',
      'railway.toml:2',
    ],
    [
      'nixpacks.toml',
      'deno',
      { 'nixpacks.toml': '[start]\ncmd = "deno task start"\n' },
      'deno task start',
      'nixpacks.toml:2',
    ],
    [
      'railpack.json',
      'bun',
      { 'railpack.json': '{ "deploy": { "startCommand": "bun a.ts" } }' },
      'bun a.ts',
      'railpack.json:1',
    ],
    ['heroku.yml', 'python', { 'heroku.yml': 'run:\n  web: gunicorn a:b\n' }, 'gunicorn a:b', 'heroku.yml:2'],
    [
      'app.yaml',
      'python',
      { 'app.yaml': 'runtime: python312\nentrypoint: gunicorn a:b\n' },
      'gunicorn a:b',
      'app.yaml:2',
    ],
    [
      'app.yaml of something else',
      'python',
      { 'app.yaml': 'kind: Application\nentrypoint: python x.py\n' },
      null,
    ],
    [
      'Cloud Foundry',
      'node',
      { 'manifest.yml': 'applications:\n- name: a\n  command: node a.js\n' },
      'node a.js',
      'manifest.yml:3',
    ],
    [
      'App Platform',
      'node',
      { '.do/app.yaml': 'services:\n- run_command: node a.js\n' },
      'node a.js',
      '.do/app.yaml:2',
    ],
    [
      'zbpack.json',
      'node',
      { 'zbpack.json': '{ "start_command": "node a.js" }' },
      'node a.js',
      'zbpack.json:1',
    ],
    [
      'mise.toml',
      'go',
      { 'mise.toml': '[tasks.start]\nrun = "go run ./cmd/a"\n' },
      'go run ./cmd/a',
      'mise.toml:2',
    ],
    [
      'S2I, a file',
      'python',
      { '.s2i/environment': '# x\nAPP_FILE=serve.py\n' },
      'python serve.py',
      '.s2i/environment:2',
    ],
    [
      'S2I, a module',
      'python',
      { '.s2i/environment': 'APP_MODULE=a:b\nAPP_CONFIG=c.py\n' },
      'gunicorn a:b --config c.py',
      '.s2i/environment:1',
    ],
    [
      'project.toml, a function',
      'node',
      { 'project.toml': '[[build.env]]\nname = "GOOGLE_FUNCTION_TARGET"\nvalue = "hello"\n' },
      'functions-framework --target=hello',
      'project.toml:1',
    ],
    [
      'the weightier one',
      'node',
      { Procfile: 'web: node a.js\n', 'fly.toml': '[processes]\napp = "node b.js"\n' },
      'node a.js',
      'Procfile:1',
    ],
    [
      'another language',
      'node',
      { Procfile: 'web: ruby app.rb\n', 'zbpack.json': '{ "start_command": "node a.js" }' },
      'node a.js',
      'zbpack.json:1',
    ],
    ['a script of a shell', 'node', { Procfile: 'web: bin/start.sh\n' }, null],
    ['a web server in front', 'python', { Procfile: 'web: bin/start-nginx gunicorn a:b\n' }, null],
    [
      'by way of a shell',
      'python',
      { 'fly.toml': `[processes]\napp = "sh -c 'gunicorn a:b'"\n` },
      'gunicorn a:b',
      'fly.toml:2',
    ],
    [
      'steps before it',
      'python',
      { Procfile: 'web: python manage.py migrate && gunicorn a:b\n' },
      'python manage.py migrate && gunicorn a:b',
      'Procfile:1',
    ],
    ['a broken file', 'node', { 'railway.json': '{' }, null],
  ];
  for (const [name, language, files, value, source] of cases)
    it(name, () =>
      assert.deepEqual(
        platformStart(memoryProject(files), language)?.command ?? null,
        value === null ? null : { value, source },
      ),
    );
});

describe('platforms: what is told', () => {
  const codes = (files: Files) =>
    startWarnings(memoryProject(files), 'node').map(({ code, source }) => `${code} ${source}`);
  it('a command of another language', () =>
    assert.deepEqual(codes({ Procfile: 'web: ruby app.rb\n' }), ['BI109 Procfile:1']));
  it('two commands', () =>
    assert.deepEqual(
      codes({ Procfile: 'web: node a.js\n', 'zbpack.json': '{ "start_command": "node b.js" }' }),
      ['BI108 zbpack.json:1'],
    ));
  it('what a Procfile has beside the web', () =>
    assert.deepEqual(codes({ Procfile: 'release: node m.js\nweb: node a.js\nworker: node w.js\n' }), [
      'BI144 Procfile:1',
      'BI160 Procfile:3',
    ]));
  it('the same command twice is no conflict', () =>
    assert.deepEqual(
      codes({ Procfile: 'web: node a.js\n', 'zbpack.json': '{ "start_command": "node a.js" }' }),
      [],
    ));
});

describe('platforms: port', () => {
  const cases: readonly (readonly [string, Files, string | null])[] = [
    ['fly.toml, http_service', { 'fly.toml': '[http_service]\ninternal_port = 8080\n' }, '8080 fly.toml:2'],
    ['fly.toml, services', { 'fly.toml': '[[services]]\ninternal_port = 8081\n' }, '8081 fly.toml:1'],
    [
      'a setting goes first',
      { 'fly.toml': '[env]\nPORT = "3001"\n[http_service]\ninternal_port = 8080\n' },
      '3001 fly.toml:2',
    ],
    ['App Platform', { '.do/app.yaml': 'services:\n- http_port: 5000\n' }, '5000 .do/app.yaml:2'],
    ['no port', { 'fly.toml': '[env]\nPORT = "http"\n' }, null],
  ];
  for (const [name, files, port] of cases)
    it(name, () => {
      const found = statedPort(memoryProject(files));
      assert.equal(found && `${found.value} ${found.source}`, port);
    });
});

describe('platforms: what a project is given', () => {
  const server =
    'package main\nimport ("net/http"; "os")\nfunc main() {\n\tport := os.Getenv("PORT")\n\tif port == "" { port = "8080" }\n\thttp.ListenAndServe(":"+port, nil)\n}\n';
  const facts = (files: Files) => {
    const project = memoryProject({ 'go.mod': 'module a\n', 'main.go': server, ...files });
    return withStatedSettings(go.detect(project), project, false);
  };
  it('a version', () => {
    assert.deepEqual(facts({ 'app.yaml': 'runtime: go124\n' }).version, {
      value: '1.24',
      source: 'app.yaml:1',
    });
    assert.deepEqual(
      facts({ 'project.toml': '[[build.env]]\nname = "BP_GO_VERSION"\nvalue = "1.26.*"\n' }).version?.value,
      '1.26.*',
    );
    assert.deepEqual(facts({ 'railpack.json': '{ "packages": { "go": "1.26" } }' }).version?.value, '1.26');
    assert.equal(
      facts({ 'go.mod': 'module a\ngo 1.27\n', 'app.yaml': 'runtime: go124\n' }).version?.value,
      '1.27',
    );
  });
  it('a port that the program reads', () => {
    assert.equal(facts({ 'fly.toml': '[env]\nPORT = "3001"\n' }).port?.value, 3001);
  });
  it('a port that only the platform knows', () => {
    const { port, warnings } = facts({ 'fly.toml': '[http_service]\ninternal_port = 3001\n' });
    assert.equal(port?.value, 8080);
    assert.deepEqual(
      warnings.map(({ code }) => code),
      ['BI111'],
    );
  });
  it('packages', () => {
    const { needs, warnings } = statedPackages(
      memoryProject({
        Aptfile: '# tools\nffmpeg\nlibfoo-dev\n',
        'nixpacks.toml': '[phases.setup]\nnixPkgs = ["...", "nodejs_22", "imagemagick"]\n',
      }),
    );
    assert.deepEqual(
      needs.map(({ value, source }) => `${value} ${source}`),
      ['imagemagick nixpacks.toml:2', 'ffmpeg Aptfile:2'],
    );
    assert.deepEqual(
      warnings.map(({ code, source }) => `${code} ${source}`),
      ['BI110 Aptfile:3'],
    );
  });
});
