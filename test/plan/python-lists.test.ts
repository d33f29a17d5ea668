import assert from 'node:assert/strict';
import { resolve, survey } from '../../src/engine.js';
import { memoryProject } from '../../src/project/memory-view.js';

/** Lists that pip is given, and those of which the project's own line is taken out before. */
function listsOf(files: Readonly<Record<string, string>>): readonly (readonly string[])[] {
  const { build } = resolve(survey(memoryProject(files), {}), {}).plan;
  if (build.language !== 'python') throw new Error('no build of Python');
  return [build.requirementsFiles, build.withoutItself];
}

const project = {
  'pyproject.toml':
    '[project]\nname = "shop"\nversion = "1"\n[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n',
  'MANIFEST.in': 'include README.md\n',
  'src/shop/__init__.py': 'from flask import Flask\napp = Flask(__name__)\n',
};

describe('lists of requirements that install the project itself', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ["Rye's lock file", 'requirements.lock', ['requirements.lock']],
    ['a list for people', 'requirements.txt', ['requirements.txt']],
    ['a list to be compiled', 'requirements.in', ['requirements.in']],
  ];
  for (const [name, path, lists] of cases)
    it(name, () => {
      const files = { ...project, [path]: '-e file:.\nflask==3.1.2\ngunicorn==23.0.0\n' };
      assert.deepEqual(listsOf(files), [lists, lists]);
    });
});
