import assert from 'node:assert/strict';
import { findApps } from '../../src/detect/find-apps.js';
import { memoryProject } from '../../src/project/memory-view.js';

describe('find apps: a lone program', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
    ['main.py', { 'main.py': '' }, ['. python']],
    ['app.py beside a document', { 'app.py': '', 'README.md': '' }, ['. python']],
    ['server.js', { 'server.js': "require('http').createServer().listen(1)" }, ['. node']],
    ['below the root', { 'lib/main.py': '' }, []],
    [
      'an app, its tests and its documentation',
      {
        'api/go.mod': 'module a\n',
        'api-e2e/x.txt': '',
        'test/mocks/package.json': '{}',
        'docs/requirements.txt': '',
      },
      ['api go'],
    ],
    [
      'examples alone',
      { 'examples/a/go.mod': 'module a\n', 'examples/b/go.mod': 'module b\n' },
      ['examples/a go', 'examples/b go'],
    ],
    ['beside an app in a folder', { 'main.py': '', 'api/go.mod': 'module a\n' }, ['api go']],
    [
      'below a package.json for tools',
      {
        'package.json':
          '{ "private": true, "devDependencies": { "husky": "9" }, "scripts": { "prepare": "husky" } }',
        'server/package.json': '{}',
        'client/package.json': '{}',
        'ml/requirements.txt': '',
        'docs/package.json': '{}',
      },
      ['client node', 'ml python', 'server node'],
    ],
    [
      'below a pyproject.toml for linters',
      {
        'pyproject.toml': '[tool.ruff]\nline-length = 99\n[tool.pytest.ini_options]\n',
        'backend/requirements.txt': 'flask\n',
        'docs/requirements.txt': '',
      },
      ['backend python'],
    ],
    [
      'below a setup.cfg for linters',
      { 'setup.cfg': '[flake8]\nmax-line-length = 99\n', 'users/requirements.txt': '' },
      ['users python'],
    ],
    [
      'below a pyproject.toml for linters with lists in a folder',
      {
        'pyproject.toml': '[tool.ruff]\n',
        'requirements/base.txt': 'flask\n',
        'ui/package.json': '{}',
      },
      ['. python'],
    ],
    [
      'below a pyproject.toml for linters of a package',
      { 'pyproject.toml': '[tool.ruff]\n', 'shop/__init__.py': '', 'ui/package.json': '{}' },
      ['. python'],
    ],
    [
      'below a pyproject.toml of a project',
      { 'pyproject.toml': '[project]\nname = "shop"\n', 'backend/requirements.txt': 'flask\n' },
      ['. python'],
    ],
    [
      'a front end around the program that a Procfile starts',
      {
        'package.json': '{ "workspaces": ["ui"], "dependencies": { "react": "19" } }',
        'ui/package.json': '{ "name": "ui" }',
        'requirements.txt': 'django\n',
        Procfile: 'web: newrelic-admin run-program gunicorn shop.wsgi\n',
      },
      ['. python'],
    ],
    [
      'the page of a front end that is an app of its own',
      { 'web/index.html': '', 'web/package.json': '{}', 'server/go.mod': 'module a\n' },
      ['server go', 'web node'],
    ],
    [
      'what a pipeline runs is no app',
      { '.github/workflows/rates/requirements.txt': '', 'backend/go.mod': 'module a\n' },
      ['backend go'],
    ],
    [
      'an example and pages below a package.json for tools',
      {
        'package.json': '{ "devDependencies": { "rollup": "4" } }',
        'examples/a/package.json': '{ "scripts": { "start": "node ." } }',
        'demo/index.html': '',
      },
      ['. node'],
    ],
    [
      'below the package.json of a program',
      {
        'package.json': '{ "dependencies": { "express": "5" }, "scripts": { "start": "node index.js" } }',
        'index.js': '',
        'client/package.json': '{}',
      },
      ['. node'],
    ],
    [
      'below the package.json of a library',
      { 'package.json': '{ "main": "lib/index.js" }', 'demo/package.json': '{}' },
      ['. node'],
    ],
    [
      'below a package.json that only calls scripts, whatever it depends on',
      {
        'package.json': '{ "main": "index.js", "dependencies": { "concurrently": "9", "genversion": "3" } }',
        'eslint.config.js': '',
        'server/package.json': '{}',
        'server/app.js': '',
      },
      ['server node'],
    ],
    [
      'below a package.json that starts a folder whose packages no script installs',
      {
        'package.json': '{ "scripts": { "start": "node server/index.js" } }',
        'client/package.json': '{}',
        'server/package.json': '{ "dependencies": { "express": "5" } }',
        'server/index.js': '',
      },
      ['client node', 'server node'],
    ],
    [
      'below a package.json that starts a folder and installs its packages',
      {
        'package.json':
          '{ "scripts": { "start": "node server/index.js", "postinstall": "npm --prefix server install" } }',
        'client/package.json': '{}',
        'server/package.json': '{ "dependencies": { "express": "5" } }',
        'server/index.js': '',
      },
      ['. node'],
    ],
    [
      'members that Bun and Node.js run',
      {
        'package.json': '{ "workspaces": ["apps/*"], "scripts": { "dev": "bun --filter \'*\' dev" } }',
        'bun.lock': '{}',
        'apps/api/package.json': '{ "scripts": { "start": "bun src/index.ts" } }',
        'apps/api/src/index.ts': 'Bun.serve({ fetch: () => new Response() });',
        'apps/web/package.json':
          '{ "scripts": { "build": "vite build" }, "devDependencies": { "vite": "7" } }',
        'apps/web/index.html': '',
      },
      ['apps/api bun', 'apps/web node'],
    ],
    ['beside another mark', { 'app.py': '', 'go.mod': 'module a\n' }, ['. go']],
  ];
  for (const [name, files, apps] of cases)
    it(name, () =>
      assert.deepEqual(
        findApps(memoryProject(files)).map(({ path, language }) => `${path} ${language}`),
        apps,
      ),
    );
});
