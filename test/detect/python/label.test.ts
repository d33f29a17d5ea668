import assert from 'node:assert/strict';
import { detect } from './detected.js';

describe('python: the description', () => {
  const cases: readonly (readonly [name: string, line: string, description: string | null])[] = [
    ['as it stands', 'description = "Keeps notes"', 'Keeps notes'],
    ['what uv writes into a new project', 'description = "Add your description here"', null],
    ['nothing', 'description = ""', null],
    ['none', '', null],
  ];
  for (const [name, line, description] of cases)
    it(name, () =>
      assert.equal(
        detect({ 'pyproject.toml': `[project]\nname = "shop"\n${line}\n` }).description?.value ?? null,
        description,
      ),
    );
});
