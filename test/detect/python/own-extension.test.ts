import assert from 'node:assert/strict';
import { detect, details, type Files } from './detected.js';

const backend = (requires: string): Files => ({
  'pyproject.toml': `[project]\nname = "a"\n[build-system]\nrequires = ["${requires}"]\n`,
});

describe('python: compiled code of the project itself', () => {
  const cases: readonly (readonly [string, Files, boolean, readonly string[]])[] = [
    ['maturin', backend('maturin>=1.0,<2.0'), true, ['rust']],
    ['setuptools-rust', backend('setuptools-rust'), true, ['rust']],
    ['scikit-build-core', backend('scikit-build-core'), true, ['cmake']],
    ['Cython', backend('Cython>=3'), true, []],
    ['hatchling', backend('hatchling'), false, []],
    [
      'setup.py with an extension',
      { 'setup.py': 'setup(ext_modules=[Extension("a", ["a.c"])])\n' },
      true,
      [],
    ],
    ['setup.py without', { 'setup.py': 'setup(name="a")\n' }, false, []],
  ];
  for (const [name, files, isCompiled, needs] of cases) {
    it(name, () => {
      const facts = detect(files);
      assert.deepEqual(
        [facts.nativeCode?.value, details(facts).systemPackages.map(({ value }) => value)],
        [isCompiled, needs],
      );
    });
  }
});
