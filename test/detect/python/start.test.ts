import assert from 'node:assert/strict';
import { codes, detect, details, type Files } from './detected.js';

const guard = 'if __name__ == "__main__":\n';
const fastapi = 'from fastapi import FastAPI\n\napp = FastAPI()\n';
const flask = 'from flask import Flask\n\napp = Flask(__name__)\n';
const factory = 'from flask import Flask\n\ndef create_app():\n    return Flask(__name__)\n';
const needs = (text: string): Files => ({ 'requirements.txt': text.replaceAll(' ', '\n') });
const django: Files = {
  'manage.py': 'import django\n',
  'shop/wsgi.py': 'application = 1\n',
  'shop/asgi.py': 'application = 1\n',
  'shop/settings.py': 'WSGI_APPLICATION = "shop.wsgi.application"\n',
};

describe('python: start', () => {
  const cases: readonly (readonly [string, Files, string, number | null, boolean])[] = [
    [
      'Procfile',
      { Procfile: 'worker: x\nweb: gunicorn shop:app -k gevent\n' },
      'gunicorn shop:app -k gevent --bind 0.0.0.0:8000',
      8000,
      true,
    ],
    [
      'Procfile with $PORT',
      { Procfile: 'web: uvicorn a:app --host 0.0.0.0 --port ${PORT:-9000}\n' },
      'uvicorn a:app --host 0.0.0.0 --port 9000',
      9000,
      true,
    ],
    [
      'Procfile with a bound $PORT',
      { Procfile: 'web: gunicorn -b :$PORT a:app\n' },
      'gunicorn -b :8000 a:app',
      8000,
      true,
    ],
    [
      'Procfile with a port alone',
      { Procfile: 'web: uvicorn a:app --port 80\n' },
      'uvicorn a:app --port 80 --host 0.0.0.0',
      80,
      true,
    ],
    [
      'Procfile with Python',
      {
        Procfile: 'web: python main.py\n',
        'main.py':
          'import os, http.server\nhttp.server.HTTPServer(("", int(os.environ.get("PORT", 8080))), H).serve_forever()\n',
      },
      'python main.py',
      8080,
      false,
    ],
    [
      'Procfile that needs a shell',
      { Procfile: 'web: python a.py | python b.py\n', 'main.py': '' },
      'python main.py',
      null,
      false,
    ],
    [
      'FastAPI',
      { ...needs('fastapi uvicorn'), 'app/__init__.py': '', 'app/main.py': fastapi },
      'uvicorn app.main:app --host 0.0.0.0 --port 8000',
      8000,
      true,
    ],
    [
      'FastAPI with its extra',
      { ...needs('fastapi[standard]'), 'main.py': fastapi },
      'uvicorn main:app --host 0.0.0.0 --port 8000',
      8000,
      true,
    ],
    [
      'FastAPI and a port in the source',
      {
        ...needs('fastapi uvicorn'),
        'main.py': `${fastapi}${guard}    uvicorn.run("main:app", host="0.0.0.0", port=8123)\n`,
      },
      'uvicorn main:app --host 0.0.0.0 --port 8123',
      8123,
      true,
    ],
    [
      'FastAPI with hypercorn',
      { ...needs('fastapi hypercorn'), 'main.py': fastapi },
      'hypercorn --bind 0.0.0.0:8000 main:app',
      8000,
      true,
    ],
    [
      'FastAPI in src that imports neighbours',
      { ...needs('fastapi uvicorn'), 'src/main.py': `from routes import r\n${fastapi}`, 'src/routes.py': '' },
      'uvicorn --app-dir src main:app --host 0.0.0.0 --port 8000',
      8000,
      true,
    ],
    [
      'FastAPI in a package that says its own name, below the root',
      {
        ...needs('fastapi uvicorn'),
        'backend/app/__init__.py': '',
        'backend/app/main.py': `from app.routes import r\n${fastapi}`,
      },
      'uvicorn --app-dir backend app.main:app --host 0.0.0.0 --port 8000',
      8000,
      true,
    ],
    [
      'BlackSheep',
      {
        ...needs('blacksheep uvicorn'),
        'server.py': 'from blacksheep import Application\n\napp = Application()\n',
      },
      'uvicorn server:app --host 0.0.0.0 --port 8000',
      8000,
      true,
    ],
    [
      'aiohttp behind gunicorn',
      {
        ...needs('aiohttp gunicorn'),
        'shop.py': 'from aiohttp import web\n\nasync def make_app():\n    return web.Application()\n',
      },
      'gunicorn --worker-class aiohttp.GunicornWebWorker --bind 0.0.0.0:8080 shop:make_app',
      8080,
      true,
    ],
    [
      'aiohttp that serves itself',
      {
        ...needs('aiohttp gunicorn'),
        'shop.py': 'from aiohttp import web\napp = web.Application()\nweb.run_app(app, port=8123)\n',
      },
      'python shop.py',
      8123,
      true,
    ],
    [
      'bottle on loopback',
      { ...needs('bottle'), 'hello.py': 'from bottle import run\nrun(host="localhost", port=8081)\n' },
      'python -m bottle --bind 0.0.0.0:8081 hello',
      8081,
      false,
    ],
    [
      'bottle on loopback, with an object and a server',
      {
        ...needs('bottle cheroot'),
        'hello.py': 'from bottle import Bottle\nshop = Bottle()\nshop.run(server="cheroot")\n',
      },
      'python -m bottle --bind 0.0.0.0:8080 --server cheroot hello:shop',
      8080,
      false,
    ],
    [
      'tornado with an option for its port',
      {
        ...needs('tornado'),
        'main.py':
          'import tornado.web\nfrom tornado.options import define, options\ndefine("port", default=8888, type=int)\napp.listen(options.port)\n',
      },
      'python main.py',
      8888,
      false,
    ],
    [
      'Django with an asgi package',
      { ...needs('django uvicorn'), 'manage.py': '', 'shop/asgi/__init__.py': 'application = 1\n' },
      'uvicorn shop.asgi:application --host 0.0.0.0 --port 8000',
      8000,
      true,
    ],
    [
      'Django with a second manage.py at the root',
      {
        ...needs('django gunicorn'),
        'manage.py': 'os.environ.setdefault("DJANGO_SETTINGS_MODULE", "core.settings")\n',
        'site/manage.py': 'os.environ.setdefault("DJANGO_SETTINGS_MODULE", "core.settings")\n',
        'site/core/settings.py': '',
        'site/core/wsgi.py': 'application = 1\n',
      },
      'gunicorn --chdir site --bind 0.0.0.0:8000 core.wsgi:application',
      8000,
      true,
    ],
    [
      'the server beside its client',
      { ...needs('grpcio'), 'mail_client.py': guard, 'mail_server.py': guard },
      'python mail_server.py',
      null,
      false,
    ],
    [
      'FastAPI from a factory',
      {
        ...needs('fastapi uvicorn'),
        'main.py': 'from fastapi import FastAPI\ndef create_app() -> FastAPI:\n    return FastAPI()\n',
      },
      'uvicorn --factory main:create_app --host 0.0.0.0 --port 8000',
      8000,
      true,
    ],
    [
      'FastAPI in a test is none',
      { ...needs('fastapi uvicorn'), 'tests/main.py': fastapi, 'api.py': fastapi },
      'uvicorn api:app --host 0.0.0.0 --port 8000',
      8000,
      true,
    ],
    [
      'Flask with gunicorn',
      { ...needs('flask gunicorn'), 'app.py': flask },
      'gunicorn --bind 0.0.0.0:8000 app:app',
      8000,
      true,
    ],
    [
      'Flask with waitress',
      { ...needs('flask waitress'), 'app.py': flask },
      'waitress-serve --listen=0.0.0.0:8000 app:app',
      8000,
      false,
    ],
    [
      'Flask alone',
      { ...needs('flask'), 'app.py': flask },
      'flask --app app:app run --host 0.0.0.0 --port 5000',
      5000,
      false,
    ],
    [
      'Flask and a port in the source',
      { ...needs('flask'), 'app.py': `${flask}${guard}    app.run(port=8080)\n` },
      'flask --app app:app run --host 0.0.0.0 --port 8080',
      8080,
      false,
    ],
    [
      'Flask from a factory',
      { ...needs('flask gunicorn'), 'shop/__init__.py': factory },
      'gunicorn --bind 0.0.0.0:8000 shop:create_app()',
      8000,
      true,
    ],
    [
      'Flask from a factory, called in wsgi.py',
      {
        ...needs('flask gunicorn'),
        'shop/__init__.py': factory,
        'wsgi.py': 'from shop import create_app\napp = create_app()\n',
      },
      'gunicorn --bind 0.0.0.0:8000 wsgi:app',
      8000,
      true,
    ],
    [
      'Flask declared, not used',
      { ...needs('flask gunicorn'), 'main.py': 'print(1)\n' },
      'python main.py',
      null,
      false,
    ],
    [
      'Flask in a comment',
      { ...needs('flask gunicorn'), 'main.py': '# from flask import Flask\n"""\nimport flask\n"""\n' },
      'python main.py',
      null,
      false,
    ],
    [
      'Django with gunicorn',
      { ...needs('django gunicorn'), ...django },
      'gunicorn --bind 0.0.0.0:8000 shop.wsgi:application',
      8000,
      true,
    ],
    [
      'Django with uvicorn',
      { ...needs('django uvicorn'), ...django },
      'uvicorn shop.asgi:application --host 0.0.0.0 --port 8000',
      8000,
      true,
    ],
    [
      'Django with channels',
      { ...needs('django channels daphne gunicorn'), ...django },
      'daphne -b 0.0.0.0 -p 8000 shop.asgi:application',
      8000,
      true,
    ],
    [
      'Django alone',
      { ...needs('django'), ...django },
      'python manage.py runserver 0.0.0.0:8000',
      8000,
      false,
    ],
    [
      'a manage.py of something else',
      {
        'pyproject.toml':
          '[project]\nname = "shop"\n[project.scripts]\nshop = "shop.main:main"\n[build-system]\nrequires = []\n',
        'shop/manage.py': 'from pip import main\n',
      },
      'shop',
      null,
      false,
    ],
    [
      'a script that calls the main() of its package',
      {
        ...needs('flask'),
        'shop.py': 'from store.main import main\n\nif __name__ == "__main__":\n    main()\n',
        'store/__init__.py': 'from flask import Flask\napp = Flask(__name__)\n',
        'store/constants.py': 'DEFAULT_PORT = int(os.environ.get("SHOP_PORT", 8083))\n',
        'store/serving.py': 'app.run(host="0.0.0.0", port=chosen)\n',
      },
      'python shop.py',
      8083,
      false,
    ],
    [
      'Flask-SocketIO with the server of Flask',
      {
        ...needs('flask flask-socketio'),
        'chat.py':
          'from flask import Flask\napp = Flask(__name__)\nif __name__ == "__main__":\n    socketio.run(app)\n',
      },
      'flask --app chat:app run --host 0.0.0.0 --port 5000',
      5000,
      false,
    ],
    [
      'Flask-SocketIO with a server of its own',
      {
        ...needs('flask flask-socketio eventlet'),
        'chat.py':
          'from flask import Flask\napp = Flask(__name__)\nif __name__ == "__main__":\n    socketio.run(app)\n',
      },
      'python chat.py',
      5000,
      false,
    ],
    [
      "the application, not Alembic's",
      {
        ...needs('flask gunicorn alembic'),
        'db/env.py': 'from alembic import context\nfrom shop.app import create_app\napp = create_app()\n',
        'shop/app.py': 'from flask import Flask\ndef create_app():\n    return Flask(__name__)\n',
      },
      'gunicorn --bind 0.0.0.0:8000 shop.app:create_app()',
      8000,
      true,
    ],
    [
      'a program with a part in Flask',
      {
        'pyproject.toml':
          '[project]\nname = "shop"\ndependencies = ["flask"]\n[project.scripts]\nshop = "shop.main:main"\n[build-system]\nrequires = []\n',
        'shop/plugins/hooks.py': 'from flask import Flask\nflask_app = Flask(__name__)\n',
      },
      'shop',
      null,
      false,
    ],
    [
      'Streamlit',
      { ...needs('streamlit'), 'app.py': 'import streamlit as st\n' },
      'streamlit run app.py --server.address 0.0.0.0 --server.port 8501',
      8501,
      true,
    ],
    [
      'Gradio',
      { ...needs('gradio'), 'app.py': 'import gradio as gr\ndemo.launch()\n' },
      'python app.py',
      7860,
      false,
    ],
    [
      'Celery',
      { ...needs('celery'), 'tasks.py': 'from celery import Celery\napp = Celery("a")\n' },
      'celery --app tasks.app worker --loglevel INFO',
      null,
      true,
    ],
    [
      'a script of the project',
      {
        'pyproject.toml':
          '[project]\nname = "a"\n[project.scripts]\nshop = "a:main"\n[build-system]\nrequires = []\n',
        'main.py': '',
      },
      'shop',
      null,
      false,
    ],
    [
      'a script of a project that is no package',
      { 'pyproject.toml': '[project]\nname = "a"\n[project.scripts]\nshop = "a:main"\n', 'main.py': '' },
      'python main.py',
      null,
      false,
    ],
    [
      'wsgi.py with gunicorn',
      { ...needs('gunicorn'), 'wsgi.py': 'def application(environ, start):\n    pass\n' },
      'gunicorn --bind 0.0.0.0:8000 wsgi:application',
      8000,
      true,
    ],
    [
      'a package with __main__',
      { 'shop/__init__.py': '', 'shop/__main__.py': 'from shop import x\n' },
      'python -m shop',
      null,
      false,
    ],
    [
      'Procfile that changes folder and migrates first',
      { Procfile: 'web: cd api && python manage.py migrate && gunicorn shop.wsgi --bind :$PORT\n' },
      'gunicorn shop.wsgi --bind :8000',
      8000,
      true,
    ],
    [
      'Procfile with variables that nothing sets',
      { Procfile: 'web: poetry run gunicorn a:app --workers $N --threads ${T:-4} --log-file -\n' },
      'gunicorn a:app --threads 4 --log-file - --bind 0.0.0.0:8000',
      8000,
      true,
    ],
    [
      'Procfile with a script of PDM',
      {
        Procfile: 'web: pdm run start --workers 2\n',
        'pyproject.toml': '[tool.pdm.scripts]\nstart = {cmd = "uvicorn a:app --reload"}\n',
      },
      'uvicorn a:app --workers 2 --host 0.0.0.0 --port 8000',
      8000,
      true,
    ],
    [
      'a script of Pipfile',
      { Pipfile: '[scripts]\nstart = "uvicorn b:app --port 81"\n', 'main.py': fastapi, ...needs('uvicorn') },
      'uvicorn b:app --port 81 --host 0.0.0.0',
      81,
      true,
    ],
    [
      'a wrapper around a server',
      { Procfile: 'web: ddtrace-run gunicorn a:app\n' },
      'ddtrace-run gunicorn a:app --bind 0.0.0.0:8000',
      8000,
      true,
    ],
    [
      'an application that uvicorn is told of',
      {
        ...needs('fastapi uvicorn'),
        'run.py': 'import uvicorn\nuvicorn.run("api.web:make", factory=True, port=9000)\n',
        'api/__init__.py': '',
        'api/web.py': 'from fastapi import FastAPI\ndef make():\n    return FastAPI()\n',
      },
      'uvicorn --factory api.web:make --host 0.0.0.0 --port 9000',
      9000,
      true,
    ],
    [
      'an annotated application',
      { ...needs('fastapi uvicorn'), 'main.py': 'from fastapi import FastAPI\nshop: FastAPI = build()\n' },
      'uvicorn main:shop --host 0.0.0.0 --port 8000',
      8000,
      true,
    ],
    [
      'FastHTML',
      {
        ...needs('python-fasthtml'),
        'main.py': 'from fasthtml.common import *\napp, rt = fast_app()\nserve()\n',
      },
      'uvicorn main:app --host 0.0.0.0 --port 5001',
      5001,
      true,
    ],
    [
      'Litestar brings uvicorn',
      { ...needs('litestar[standard]'), 'app.py': 'from litestar import Litestar\napp = Litestar([])\n' },
      'uvicorn app:app --host 0.0.0.0 --port 8000',
      8000,
      true,
    ],
    [
      'Quart brings hypercorn',
      { ...needs('quart'), 'app.py': 'from quart import Quart\napp = Quart(__name__)\n' },
      'hypercorn --bind 0.0.0.0:5000 app:app',
      5000,
      true,
    ],
    [
      'Sanic',
      { ...needs('sanic'), 'server.py': 'from sanic import Sanic\napp = Sanic("a")\n' },
      'sanic server:app --host 0.0.0.0 --port 8000',
      8000,
      true,
    ],
    [
      'Falcon',
      { ...needs('falcon gunicorn'), 'app.py': 'import falcon\napp = falcon.App()\n' },
      'gunicorn --bind 0.0.0.0:8000 app:app',
      8000,
      true,
    ],
    [
      'Falcon for ASGI',
      { ...needs('falcon uvicorn'), 'app.py': 'import falcon.asgi\napp = falcon.asgi.App()\n' },
      'uvicorn app:app --host 0.0.0.0 --port 8000',
      8000,
      true,
    ],
    [
      'Bottle',
      { ...needs('bottle waitress'), 'app.py': 'import bottle\napp = bottle.Bottle()\n' },
      'waitress-serve --listen=0.0.0.0:8000 app:app',
      8000,
      false,
    ],
    [
      'Bottle by itself',
      { ...needs('bottle'), 'app.py': 'from bottle import run\nrun(host="0.0.0.0", port=8081)\n' },
      'python app.py',
      8081,
      false,
    ],
    [
      'Dash',
      { ...needs('dash gunicorn'), 'app.py': 'from dash import Dash\napp = Dash()\nserver = app.server\n' },
      'gunicorn --bind 0.0.0.0:8000 app:server',
      8000,
      true,
    ],
    [
      'a function',
      {
        ...needs('functions-framework'),
        'main.py':
          'import functions_framework\n@functions_framework.http\ndef greet(request):\n    return ""\n',
      },
      'functions-framework --target greet --host 0.0.0.0 --port 8080',
      8080,
      false,
    ],
    [
      'Panel',
      { ...needs('panel'), 'app.py': 'import panel as pn\n' },
      'panel serve app.py --address 0.0.0.0 --port 5006',
      5006,
      false,
    ],
    [
      'NiceGUI',
      { ...needs('nicegui'), 'main.py': 'from nicegui import ui\nui.run()\n' },
      'python main.py',
      8080,
      false,
    ],
    [
      'Streamlit with further pages and a port of its own',
      {
        ...needs('streamlit'),
        'about.py': 'import streamlit as st\n',
        'start.py': 'import streamlit as st\nst.set_page_config()\n',
        'pages/a.py': 'import streamlit as st\n',
        '.streamlit/config.toml': '[server]\nport = 8600\n',
      },
      'streamlit run start.py --server.address 0.0.0.0 --server.port 8600',
      8600,
      true,
    ],
    [
      'uwsgi.ini',
      { ...needs('uwsgi'), 'uwsgi.ini': '[uwsgi]\nmodule = wsgi\nhttp = :9090\n' },
      'uwsgi --ini uwsgi.ini --die-on-term',
      9090,
      true,
    ],
    [
      'uwsgi.ini for a web server in front',
      { ...needs('uwsgi'), 'uwsgi.ini': '[uwsgi]\nmodule = wsgi\nsocket = :8000\n' },
      'uwsgi --ini uwsgi.ini --die-on-term --http-socket 0.0.0.0:8080',
      8080,
      true,
    ],
    [
      'settings of PasteDeploy',
      {
        ...needs('pyramid waitress'),
        'production.ini': '[server:main]\nuse = egg:waitress#main\nlisten = *:6543\n',
      },
      'pserve production.ini',
      6543,
      false,
    ],
    [
      'a client of others',
      { ...needs('aiohttp'), 'main.py': 'import aiohttp, asyncio\nasyncio.run(main())\n' },
      'python main.py',
      null,
      false,
    ],
    [
      'the program with the name of the project',
      {
        'requirements.txt': '-e .\n',
        'setup.py': 'setup(name="shop", entry_points={"console_scripts": ["shop-admin=a:b", "shop=a:c"]})\n',
      },
      'shop',
      null,
      false,
    ],
    [
      'the only spider',
      {
        ...needs('scrapy'),
        'scrapy.cfg': '',
        'a/spiders/b.py': 'import scrapy\nclass B(scrapy.Spider):\n    name = "b"\n',
      },
      'scrapy crawl b',
      null,
      false,
    ],
    [
      'a bot that only defines itself, and its launcher',
      {
        'bot.py': 'class Shop:\n    pass\n',
        'launcher.py': `from bot import Shop\n${guard}    Shop().run()\n`,
      },
      'python launcher.py',
      null,
      false,
    ],
    [
      'a program in src beside its tests and what builds it',
      {
        'src/shop.py': `${guard}    main()\n`,
        'src/tests.py': `${guard}    unittest.main()\n`,
        'src/build_package.py': `${guard}    main()\n`,
      },
      'python src/shop.py',
      null,
      false,
    ],
    [
      'a page that is a part of its package',
      {
        ...needs('gradio'),
        'shop/__init__.py': '',
        'shop/pages.py': 'import gradio as gr\nfrom .core import work\n',
        'main.py': `from shop import pages\n${guard}    pages.show()\n`,
      },
      'python main.py',
      null,
      false,
    ],
    [
      'a factory that wants arguments is called by its program',
      {
        ...needs('flask'),
        'shop/app.py': factory.replace('create_app()', 'create_app(title: str, size=(1, 2))'),
        'main.py': `from shop.app import create_app\n${guard}    create_app("x").run()\n`,
      },
      'python main.py',
      5000,
      false,
    ],
    [
      'a factory with defaults',
      {
        ...needs('flask gunicorn'),
        'shop/app.py': factory.replace(
          'create_app()',
          'create_app(config: dict[str, int] | None = None, **more)',
        ),
      },
      'gunicorn --bind 0.0.0.0:8000 "shop.app:create_app()"'.replaceAll('"', ''),
      8000,
      true,
    ],
    ['the only file', { 'anything.py': 'print(1)\n' }, 'python anything.py', null, false],
    ['src/main.py', { 'src/main.py': `${guard}    pass\n` }, 'python src/main.py', null, false],
    [
      'a handler for SIGTERM',
      { 'main.py': 'import signal\nsignal.signal(signal.SIGTERM, stop)\n' },
      'python main.py',
      null,
      true,
    ],
    [
      'a client of a database',
      { 'main.py': 'connect(host="db", port=5432)\n' },
      'python main.py',
      null,
      false,
    ],
  ];
  for (const [name, files, command, port, handlesSigterm] of cases) {
    it(name, () => {
      const facts = detect({ 'requirements.txt': '', ...files });
      assert.deepEqual(
        [details(facts).startWords.join(' '), facts.port?.value ?? null, facts.handlesSigterm.value],
        [command, port, handlesSigterm],
      );
    });
  }

  it('a module that does nothing by itself is no program', () => {
    const facts = detect({
      'requirements.txt': '',
      'src/shop/__init__.py': '',
      'src/shop/server.py': 'X = 1\n',
    });
    assert.deepEqual(codes(facts), ['BI134']);
  });
  it('nothing to start is told', () => {
    const facts = detect({ 'requirements.txt': '' });
    assert.deepEqual([facts.start, facts.entry, codes(facts)], [null, null, ['BI134']]);
  });
  it('a start command is shown with its quotes', () => {
    assert.equal(
      detect({ ...needs('flask gunicorn'), 'a/__init__.py': factory }).start?.value,
      'gunicorn --bind 0.0.0.0:8000 "a:create_app()"',
    );
  });
  it('what a Procfile sets', () => {
    const found = details(detect({ 'requirements.txt': '', Procfile: 'web: MODE=live python main.py\n' }));
    assert.deepEqual([found.environment, found.startWords], [{ MODE: 'live' }, ['python', 'main.py']]);
  });
  it('gunicorn has its own configuration', () => {
    const facts = detect({
      'requirements.txt': '',
      Procfile: 'web: gunicorn a:app\n',
      'gunicorn.conf.py': 'bind = "0.0.0.0:9001"\n',
    });
    assert.deepEqual(
      [facts.port, details(facts).startWords],
      [{ value: 9001, source: 'gunicorn.conf.py:1' }, ['gunicorn', 'a:app']],
    );
  });

  it('gunicorn listens everywhere, whatever its configuration says', () => {
    const facts = detect({
      'requirements.txt': '',
      Procfile: 'web: gunicorn -c conf.py a:app\n',
      'conf.py': 'bind = "127.0.0.1:9001"\n',
    });
    assert.equal(details(facts).startWords.join(' '), 'gunicorn -c conf.py a:app --bind 0.0.0.0:9001');
  });
  it('a server that no dependency brings is told', () => {
    const files = { 'requirements.txt': 'flask\n', Procfile: 'web: gunicorn app:app\n' };
    assert.deepEqual(codes(detect(files)), ['BI183']);
    assert.deepEqual(codes(detect({ ...files, 'requirements.txt': 'flask\ngunicorn\n' })), []);
  });
  it('commands before the server are told, and its folder is kept', () => {
    const facts = detect({
      'requirements.txt': 'gunicorn\n',
      Procfile: 'web: cd api && python a.py && gunicorn a:app\n',
    });
    assert.deepEqual([details(facts).startFolder, codes(facts)], ['api', ['BI144']]);
  });

  const unserved: readonly (readonly [string, Files])[] = [
    ['Reflex', { 'rxconfig.py': 'import reflex as rx\n' }],
    ['MkDocs', { 'mkdocs.yml': '', 'docs/index.md': '' }],
    ['Sphinx', { 'docs/conf.py': '', 'conf.py': '', 'index.rst': '' }],
    ['a notebook', { 'a.ipynb': '{}' }],
    ['a notebook with what it imports', { 'a.ipynb': '{}', 'parts.py': 'def work():\n    print(1)\n' }],
  ];
  for (const [name, files] of unserved) {
    it(`${name} is recognised and not served`, () => {
      assert.throws(() => detect({ 'requirements.txt': '', ...files }), { code: 'not-served' });
    });
  }

  const closed: readonly (readonly [string, Files])[] = [
    ['named', { 'main.py': 'import http.server\nhttp.server.HTTPServer(("127.0.0.1", 8080), H)\n' }],
    ['in a Procfile', { Procfile: 'web: uvicorn a:app --host 127.0.0.1\n' }],
    ['by bottle', { 'app.py': 'from bottle import run\nrun(server=Own, port=80)\n' }],
    ['by CherryPy', { 'app.py': 'import cherrypy\ncherrypy.quickstart(A())\n' }],
    ['by default', { Procfile: 'web: python app.py\n', 'app.py': `${flask}app.run()\n` }],
  ];
  for (const [name, files] of closed) {
    it(`loopback, ${name}`, () => {
      assert.ok(codes(detect({ 'requirements.txt': '', ...files })).includes('BI106'));
    });
  }
  it('static files are collected', () => {
    const settings = { 'shop/settings.py': 'STATIC_ROOT = BASE_DIR / "static"\n' };
    assert.equal(details(detect({ ...needs('django'), ...django, ...settings })).collectStatic, true);
    assert.equal(details(detect({ ...needs('django'), ...django })).collectStatic, false);
  });

  it('a script of the project runs without the tree, all else runs from it', () => {
    const project = '[project]\nname = "a"\n[build-system]\nrequires = []\n';
    const script = `${project}[project.scripts]\nshop = "a:main"\n`;
    assert.equal(details(detect({ 'pyproject.toml': script })).runsSources, false);
    assert.equal(details(detect({ 'pyproject.toml': project, 'main.py': '' })).runsSources, true);
  });
});
