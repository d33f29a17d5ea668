import assert from 'node:assert/strict';
import { codes, detect } from './detected.js';

const manifest = {
  'pyproject.toml':
    '[project]\nname = "shop"\n[project.scripts]\nshop = "shop.cli:main"\n[build-system]\nrequires = []\n',
};
const served = { 'shop/serving.py': 'from http.server import HTTPServer\nHTTPServer(address, Handler)\n' };

describe('python: ports that a program is told', () => {
  const cases: readonly (readonly [string, string, number | null])[] = [
    [
      'an option over lines',
      'parser.add_argument(\n    "-p",\n    "--port",\n    type=int,\n    default=8888,\n)\n',
      8888,
    ],
    ['an option of Tornado', 'define("port", default=5555, help="port", type=int)\n', 5555],
    ['a table of defaults', 'DEFAULTS = {"HOST": "0.0.0.0", "PORT": "8081", "DB_PORT": "5432"}\n', 8081],
    ['a table with types', 'DEFAULTS = {"HTTP_PORT": (int, "General", 8181)}\n', 8181],
    ['an address', 'DEFAULTS = {"listen": ":8090"}\n', 8090],
    ['a database', 'DEFAULTS = {"PORT": 5432}\n', null],
    ['a chat server', 'parser.add_argument("--port", default=6667)\n', null],
  ];
  for (const [name, text, port] of cases)
    it(name, () =>
      assert.equal(detect({ ...manifest, ...served, 'shop/cli.py': text }).port?.value ?? null, port),
    );

  it('a client has ports too', () =>
    assert.equal(detect({ ...manifest, 'shop/cli.py': 'DEFAULTS = {"PORT": 8081}\n' }).port, null));

  it('an address that only the machine itself reaches is told', () => {
    const facts = detect({
      ...manifest,
      ...served,
      'shop/config.py': 'SCHEMA = ("hosts", {\n    "value": "localhost:5232"})\n',
    });
    assert.equal(facts.port?.value, 5232);
    assert.ok(codes(facts).includes('BI106'));
  });

  it('a bot with the client of aiohttp listens nowhere', () => {
    const bot = 'from aiohttp import web\nimport discord\nclient.run(token)\n';
    const files = { 'requirements.txt': 'aiohttp\ndiscord.py\n', 'bot.py': bot };
    assert.equal(detect(files).port, null);
    assert.equal(detect({ ...files, 'bot.py': `${bot}web.run_app(app)\n` }).port?.value, 8080);
  });
});
