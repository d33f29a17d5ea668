import assert from 'node:assert/strict';
import { details, detect, type Files } from './detected.js';

const flask = 'from flask import Flask\n\ndef create_app():\n    app = Flask(__name__)\n';
const needs = (text: string): Files => ({ 'requirements.txt': text });

describe('python: what an app writes beside its sources', () => {
  const cases: readonly (readonly [string, Files, readonly string[], readonly string[]])[] = [
    [
      "Flask's instance folder, beside a package",
      { ...needs('flask'), 'shop/__init__.py': `${flask}    os.makedirs(app.instance_path)\n` },
      ['instance'],
      [],
    ],
    [
      "Flask's instance folder, beside a package in src",
      { ...needs('flask'), 'src/shop/__init__.py': `${flask}    os.makedirs(app.instance_path)\n` },
      ['src/instance'],
      [],
    ],
    ['no instance folder is made', { ...needs('flask'), 'app.py': flask }, [], []],
    [
      'Flask-SQLAlchemy with SQLite',
      { ...needs('flask\nflask-sqlalchemy'), 'app.py': `${flask}    DB = "sqlite:///shop.db"\n` },
      ['instance'],
      [],
    ],
    ['a folder', { ...needs(''), 'main.py': 'os.makedirs("uploads", exist_ok=True)\n' }, ['uploads'], []],
    [
      'a folder by its constant',
      { ...needs(''), 'main.py': 'UPLOADS = "var/uploads"\nos.makedirs(UPLOADS, exist_ok=True)\n' },
      ['var/uploads'],
      [],
    ],
    ['a path', { ...needs(''), 'main.py': 'DATA = Path("data")\nDATA.mkdir(exist_ok=True)\n' }, ['data'], []],
    ['an absolute folder', { ...needs(''), 'main.py': 'os.makedirs("/tmp/x")\n' }, [], []],
    ['a folder in an archive', { ...needs(''), 'main.py': 'path = "images"\narchive.mkdir(path)\n' }, [], []],
    [
      'SQLite in a folder with sources, by the place of the file',
      {
        ...needs(''),
        'bot.py': 'aiosqlite.connect(f"{os.path.realpath(os.path.dirname(__file__))}/data/shop.db")\n',
        'data/__init__.py': '',
      },
      [],
      ['data/shop.db'],
    ],
    ['a folder outside', { ...needs(''), 'main.py': 'os.makedirs("../x")\n' }, [], []],
    ['a name to quote', { ...needs(''), 'main.py': 'os.makedirs("a b; rm -rf x")\n' }, [], []],
    ['a folder with sources', { ...needs(''), 'main.py': 'os.mkdir("lib")\n', 'lib/a.py': '' }, [], []],
    ['SQLite at the root', { ...needs(''), 'main.py': 'sqlite3.connect("app.db")\n' }, [], ['app.db']],
    ['SQLite in a folder', { ...needs(''), 'main.py': 'URL = "sqlite:///./data/a.db"\n' }, ['data'], []],
    [
      "Django's SQLite",
      { ...needs('django'), 'manage.py': '', 'shop/settings.py': 'NAME = BASE_DIR / "db.sqlite3"\n' },
      [],
      ['db.sqlite3'],
    ],
    [
      "Django's SQLite in a folder of its own",
      {
        ...needs('django'),
        'manage.py': '',
        'shop/settings.py': 'NAME = os.path.join(BASE_DIR, "data", "db.sqlite3")\n',
      },
      ['data'],
      [],
    ],
    [
      "Django's SQLite in a folder with sources, and its uploads",
      {
        ...needs('django'),
        'api/manage.py': '',
        'api/shop/settings.py':
          'BASE_DIR = Path(__file__).resolve().parent.parent\nNAME = BASE_DIR / "db.sqlite3"\nMEDIA_ROOT = os.path.join(BASE_DIR, "media")\n',
      },
      ['api/media'],
      ['api/db.sqlite3'],
    ],
    [
      'a folder beside a file',
      { ...needs(''), 'app/main.py': 'DATA = Path(__file__).parent.parent / "data"\nDATA.mkdir()\n' },
      ['data'],
      [],
    ],
    [
      'a path that is only read',
      { ...needs(''), 'main.py': 'DATA = Path(__file__).parent / "data"\n' },
      [],
      [],
    ],
    ['a log', { ...needs(''), 'main.py': 'logging.FileHandler("logs/app.log")\n' }, ['logs'], []],
    [
      'a log at the root',
      { ...needs(''), 'main.py': 'logging.basicConfig(filename="app.log")\n' },
      [],
      ['app.log'],
    ],
    [
      "Wagtail's uploads, from a base folder that another one names",
      {
        ...needs('wagtail'),
        'manage.py': '',
        'site/settings/base.py':
          'PROJECT_DIR = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))\nBASE_DIR = os.path.dirname(PROJECT_DIR)\nMEDIA_ROOT = os.path.join(BASE_DIR, "media")\n',
      },
      ['media'],
      [],
    ],
    [
      'what Chainlit makes',
      { ...needs('chainlit'), 'app.py': 'import chainlit as cl\n' },
      ['.chainlit', '.files'],
      ['chainlit.md'],
    ],
    [
      'what Chainlit makes beside its settings',
      { ...needs('chainlit'), 'app.py': 'import chainlit\n', '.chainlit/config.toml': '', 'chainlit.md': '' },
      ['.files'],
      [],
    ],
    [
      'a folder within another one',
      { ...needs(''), 'main.py': 'os.chdir(tempfile.mkdtemp())\nos.mkdir("bin")\n' },
      [],
      [],
    ],
    [
      'SQLite beside the settings of a Flask app',
      {
        ...needs('flask flask-sqlalchemy'),
        'shop/config.py':
          'class Config:\n    basedir = os.path.abspath(os.path.dirname(__file__))\n    SQLALCHEMY_DATABASE_URI = "sqlite:///" + os.path.join(basedir, "db.sqlite3")\n',
      },
      [],
      ['shop/db.sqlite3'],
    ],
    [
      'SQLite beside the settings at the root',
      {
        ...needs('flask flask-sqlalchemy'),
        'config.py':
          'basedir = os.path.abspath(os.path.dirname(__file__))\nURI = f"sqlite:///{basedir}/app.db"\n',
      },
      [],
      ['app.db'],
    ],
    ['SQLite in memory', { ...needs(''), 'main.py': 'sqlite3.connect(":memory:")\n' }, [], []],
    ['SQLite elsewhere', { ...needs(''), 'main.py': 'URL = "sqlite:////var/a.db"\n' }, [], []],
  ];
  for (const [name, files, folders, databases] of cases) {
    it(name, () => {
      const { written } = details(detect(files));
      assert.deepEqual(
        written.folders.map(({ value }) => value),
        folders,
      );
      assert.deepEqual(
        written.databases.map(({ value }) => value),
        databases,
      );
    });
  }

  it('mod_wsgi-express runs what it has written', () => {
    const files = { ...needs('mod_wsgi'), 'app.py': 'import mod_wsgi.express.cli as server\n' };
    const { written, environment } = details(detect(files));
    assert.deepEqual(written.folders, [{ value: 'state', source: 'app.py:1' }]);
    assert.deepEqual(environment, { TMPDIR: '/app/state' });
  });

  it('says the line', () => {
    const { written } = details(detect({ ...needs(''), 'main.py': 'import os\nos.makedirs("uploads")\n' }));
    assert.deepEqual(written.folders, [{ value: 'uploads', source: 'main.py:2' }]);
  });
});
