import assert from 'node:assert/strict';
import { codes, detect, details, type Files } from './detected.js';

const manifest =
  '[project]\nname = "shop"\ndependencies = ["tornado"]\n[project.scripts]\nshop = "shop.cli:main"\n[build-system]\nrequires = ["hatchling"]\n';
const project = (cli: string, more: Files = {}): Files => ({
  'pyproject.toml': manifest,
  'shop/__init__.py': '',
  'shop/pages.py': 'import tornado.web\n',
  'shop/cli.py': cli,
  ...more,
});

describe("python: sub-commands of the project's program", () => {
  const click = (body: string): string => `import click\n@click.group()\ndef main():\n    pass\n${body}`;
  const cases: readonly (readonly [string, Files, string, readonly string[]])[] = [
    [
      'click, by the name of a function',
      project(
        click('@main.command()\n@click.option("--port", default=1)\ndef run_server(port):\n    pass\n'),
      ),
      'shop run-server',
      [],
    ],
    [
      'click, with an address that is closed',
      project(
        click(
          '@main.command()\ndef seed():\n    pass\n@main.command("serve")\n@click.option(\n    "--host", default="127.0.0.1")\ndef go(host):\n    pass\n',
        ),
      ),
      'shop serve --host 0.0.0.0',
      [],
    ],
    [
      'click, in a module of its own',
      project(click(''), {
        'shop/commands/web.py':
          'import click\n@click.command(\n    name="web",\n    help="x",\n)\ndef f():\n    pass\n',
      }),
      'shop web',
      [],
    ],
    [
      'Typer',
      project(
        'import typer\nmain = typer.Typer()\n@main.command()\ndef seed():\n    pass\n@main.command()\ndef serve(host: str = typer.Option("127.0.0.1")):\n    pass\n',
      ),
      'shop serve --host 0.0.0.0',
      [],
    ],
    [
      "Typer's only command has no name",
      project('import typer\nmain = typer.Typer()\n@main.command()\ndef serve():\n    pass\n'),
      'shop',
      [],
    ],
    [
      'argparse',
      project(
        'def main():\n    parser = argparse.ArgumentParser()\n    subs = parser.add_subparsers()\n    subs.add_parser("import")\n    subs.add_parser("run", help="x")\n',
      ),
      'shop run',
      [],
    ],
    [
      'a group that does something of its own',
      project(
        click('@main.command()\ndef serve():\n    pass\n').replace(
          'group()',
          'group(invoke_without_command=True)',
        ),
      ),
      'shop',
      [],
    ],
    [
      'none that serves',
      project(click('@main.command()\ndef seed():\n    pass\n@main.command()\ndef list_all():\n    pass\n')),
      'shop',
      ['BI125'],
    ],
    [
      'one that looks after a service in the background',
      project(click('@main.command()\ndef start():\n    pass\n@main.command()\ndef stop():\n    pass\n')),
      'shop',
      [],
    ],
    [
      'a tool that serves nothing',
      project(click('@main.command()\ndef serve():\n    pass\n'), { 'shop/pages.py': '' }),
      'shop',
      [],
    ],
  ];
  for (const [name, files, command, warned] of cases)
    it(name, () => {
      const facts = detect(files);
      assert.deepEqual(
        [details(facts).startWords.join(' '), codes(facts).filter((code) => code === 'BI125')],
        [command, warned],
      );
    });
  it('setup.py names the module too', () => {
    const files = {
      'setup.py':
        'setup(name="shop", install_requires=["tornado"], entry_points={"console_scripts": ["shop = shop.cli:main"]})\n',
    };
    const { 'pyproject.toml': _, ...rest } = project(click('@main.command()\ndef serve():\n    pass\n'));
    assert.deepEqual(details(detect({ ...files, ...rest })).startWords, ['shop', 'serve']);
  });
});
