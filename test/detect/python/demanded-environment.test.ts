import assert from 'node:assert/strict';
import { codes, detect } from './detected.js';

describe('python: variables that the program does not start without', () => {
  const settings = (body: string): string =>
    `from pydantic_settings import BaseSettings\nclass Settings(BaseSettings):\n${body}\nsettings = Settings()\n`;
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['read where the file is loaded', 'import os\nTOKEN = os.environ["BOT_TOKEN"]\n', ['BOT_TOKEN']],
    ['read in a function', 'import os\ndef main():\n    return os.environ["BOT_TOKEN"]\n', []],
    ['set', 'import os\nos.environ["MODE"] = "x"\n', []],
    [
      'given by the program itself',
      'import os\nos.environ["AGENT"] = "x"\nAGENT = os.environ["AGENT"]\n',
      [],
    ],
    ['with a value of its own', 'import os\nTOKEN = os.environ.get("TOKEN", "x")\n', []],
    ['looked for first', 'import os\nif "LIVE" in os.environ and os.environ["LIVE"] == "1":\n    x()\n', []],
    ['the port', 'import os\nport = int(os.environ["PORT"])\n', []],
    [
      "pydantic's fields",
      settings(
        '    model_config = SettingsConfigDict(env_file=".env")\n    project_name: str\n    debug: bool = False\n    db: PostgresDsn\n',
      ),
      ['PROJECT_NAME', 'DB'],
    ],
    [
      "pydantic's fields with a prefix",
      settings('    model_config = SettingsConfigDict(env_prefix="SHOP_")\n    key: str | None\n'),
      ['SHOP_KEY'],
    ],
    [
      'settings that only a function makes',
      settings('    key: str\n').replace('settings = Settings()', ''),
      [],
    ],
  ];
  for (const [name, source, needed] of cases) {
    it(name, () => {
      const facts = detect({ 'requirements.txt': '', 'main.py': source });
      assert.deepEqual(
        (facts.neededSettings ?? []).map(({ value }) => value),
        needed,
      );
      assert.equal(codes(facts).includes('BI176'), needed.length > 0);
    });
  }
  it('a script that somebody runs by hand demands nothing of the program', () => {
    const facts = detect({
      'requirements.txt': '',
      'main.py': '',
      'bin/release.py': 'import os\nTOKEN = os.environ["GITHUB_TOKEN"]\n',
    });
    assert.deepEqual(facts.neededSettings ?? [], []);
  });
});
