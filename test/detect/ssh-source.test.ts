import assert from 'node:assert/strict';
import { survey } from '../../src/engine.js';
import { memoryProject } from '../../src/project/memory-view.js';

describe('packages over SSH', () => {
  function tells(name: string, files: Record<string, string>, expected: string[]): void {
    it(name, () => {
      const { facts } = survey(memoryProject(files), {});
      const found = facts.warnings.filter(({ code }) => code === 'BI186').map(({ source }) => source);
      assert.deepEqual(found, expected);
    });
  }
  const node = (range: string, more: object = {}) => ({
    'package.json': JSON.stringify({
      dependencies: { lib: range },
      scripts: { start: 'node a.js' },
      ...more,
    }),
    'a.js': '',
  });
  tells('npm', node('git+ssh://git@git.acme.example/lib.git#v1'), ['package.json:1']);
  tells('npm, as git writes it', node('git@git.acme.example:acme/lib.git'), ['package.json:1']);
  tells('npm, over https', node('git+https://git.acme.example/lib.git'), []);
  tells('the project’s own repository', node('1', { repository: 'git@git.acme.example:a/b.git' }), []);
  const app = { 'app.py': 'from flask import Flask\napp = Flask(__name__)\n' };
  tells('pip', { ...app, 'requirements.txt': 'flask\nlib @ git+ssh://git@git.acme.example/lib.git@v1\n' }, [
    'requirements.txt:2',
  ]);
  tells(
    'pip, over https',
    { ...app, 'requirements.txt': 'flask\nlib @ git+https://acme.example/lib.git\n' },
    [],
  );
  tells(
    'uv',
    {
      ...app,
      'pyproject.toml':
        '[project]\nname = "x"\nversion = "1"\ndependencies = ["flask", "lib"]\n[tool.uv.sources]\nlib = { git = "ssh://git@git.acme.example/lib" }\n',
    },
    ['pyproject.toml:6'],
  );
});
