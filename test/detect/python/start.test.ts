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
      { Procfile: 'web: python a.py && python b.py\n', 'main.py': '' },
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

  const closed: readonly (readonly [string, Files])[] = [
    ['named', { 'main.py': 'import http.server\nhttp.server.HTTPServer(("127.0.0.1", 8080), H)\n' }],
    ['in a Procfile', { Procfile: 'web: uvicorn a:app --host 127.0.0.1\n' }],
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
