import assert from 'node:assert/strict';
import { codes, detect, details, type Files } from './detected.js';

const needs = (text: string): Files => ({ 'requirements.txt': text.replaceAll(' ', '\n') });

describe('python: programs of libraries, and servers that speak for themselves', () => {
  const cases: readonly (readonly [string, Files, string, number | null, readonly string[]])[] = [
    [
      'arq',
      {
        ...needs('arq'),
        'jobs/worker.py': 'from arq import cron\nclass WorkerSettings:\n    functions = []\n',
      },
      'arq jobs.worker.WorkerSettings',
      null,
      [],
    ],
    [
      'Celery with a schedule',
      {
        ...needs('celery'),
        'work/__init__.py': '',
        'work/celery.py': 'from celery import Celery\napp = Celery("work")\napp.conf.beat_schedule = {}\n',
      },
      'celery --app work.celery.app worker --loglevel INFO',
      null,
      ['BI185'],
    ],
    [
      'Dramatiq',
      { ...needs('dramatiq'), 'tasks.py': 'import dramatiq\n@dramatiq.actor\ndef work(): pass\n' },
      'dramatiq tasks',
      null,
      [],
    ],
    [
      'Huey',
      { ...needs('huey'), 'tasks.py': 'from huey import RedisHuey\nhuey = RedisHuey("a")\n' },
      'huey_consumer tasks.huey',
      null,
      [],
    ],
    [
      'Taskiq',
      {
        ...needs('taskiq'),
        'work.py': 'import taskiq\nfrom taskiq_redis import ListQueueBroker\nbroker = ListQueueBroker("x")\n',
      },
      'taskiq worker work:broker',
      null,
      [],
    ],
    [
      'BentoML',
      { ...needs('bentoml'), 'service.py': 'import bentoml\n@bentoml.service\nclass Summary:\n    pass\n' },
      'bentoml serve service:Summary --host 0.0.0.0 --port 3000',
      3000,
      [],
    ],
    [
      'Locust',
      {
        ...needs('locust'),
        'locustfile.py': 'from locust import HttpUser\nclass Visitor(HttpUser):\n    pass\n',
      },
      'locust --locustfile locustfile.py',
      8089,
      [],
    ],
    [
      'a notebook in Voilà',
      { ...needs('voila'), 'page.ipynb': '{}' },
      'voila page.ipynb --no-browser --Voila.ip=0.0.0.0 --port=8866',
      8866,
      [],
    ],
    [
      'an app of a framework that is not known by name',
      { ...needs('ariadne uvicorn'), 'main.py': 'from ariadne.asgi import GraphQL\napp = GraphQL(schema)\n' },
      'uvicorn main:app --host 0.0.0.0 --port 8000',
      8000,
      [],
    ],
    [
      'an app that runs itself',
      { ...needs('other uvicorn'), 'main.py': 'import other\napp = other.App()\napp.start()\n' },
      'python main.py',
      null,
      [],
    ],
    [
      'Granian, which a plug-in of Litestar brings',
      {
        ...needs('litestar litestar-granian'),
        'app.py': 'from litestar import Litestar\napp = Litestar([])\n',
      },
      'granian --interface asgi --host 0.0.0.0 --port 8000 app:app',
      8000,
      [],
    ],
    [
      'MCP over its standard input',
      {
        ...needs('mcp'),
        'server.py': 'from mcp.server.fastmcp import FastMCP\nif __name__ == "__main__":\n    mcp.run()\n',
      },
      'python server.py',
      null,
      ['BI133'],
    ],
    [
      'MCP over HTTP, on loopback',
      {
        ...needs('mcp'),
        'server.py':
          'from mcp.server.fastmcp import FastMCP\nif __name__ == "__main__":\n    mcp.run(transport="streamable-http")\n',
      },
      'python server.py',
      8000,
      ['BI106'],
    ],
    [
      'MCP over HTTP, on a port',
      {
        ...needs('fastmcp'),
        'server.py':
          'from fastmcp import FastMCP\nif __name__ == "__main__":\n    mcp.run(transport="http", host="0.0.0.0", port=9000)\n',
      },
      'python server.py',
      9000,
      [],
    ],
    [
      'web sockets on loopback',
      {
        ...needs('websockets'),
        'server.py':
          'import websockets\nasync def main():\n    await websockets.serve(h, "localhost", 8765)\n',
      },
      'python server.py',
      8765,
      ['BI106'],
    ],
    [
      'Twisted',
      {
        ...needs('twisted'),
        'server.py': 'from twisted.internet import reactor\nreactor.listenTCP(8080, site)\nreactor.run()\n',
      },
      'python server.py',
      8080,
      [],
    ],
    [
      'gRPC',
      {
        ...needs('grpcio'),
        'server.py': 'import grpc\ns = grpc.server(p)\ns.add_insecure_port("[::]:50051")\ns.start()\n',
      },
      'python server.py',
      50051,
      [],
    ],
  ];
  for (const [name, files, words, port, warned] of cases) {
    it(name, () => {
      const facts = detect(files);
      assert.equal(details(facts).startWords.join(' '), words);
      assert.equal(facts.port?.value ?? null, port);
      assert.deepEqual(codes(facts), warned);
    });
  }

  const refused: readonly (readonly [string, Files, string])[] = [
    [
      'tasks for Airflow',
      { ...needs('apache-airflow'), 'dags/a.py': 'from airflow import DAG\n' },
      'not-served',
    ],
    ['Pelican', { ...needs('pelican'), 'pelicanconf.py': 'PATH = "content"\n' }, 'not-served'],
    [
      'MkDocs with hooks',
      { ...needs('mkdocs'), 'mkdocs.yml': '', 'hooks.py': 'def f():\n    pass\n' },
      'not-served',
    ],
    [
      'a graph of LangGraph',
      { ...needs('langgraph'), 'langgraph.json': '{}', 'src/graph.py': 'import langgraph\n' },
      'not-served',
    ],
    [
      'code that protoc did not make yet',
      { ...needs('grpcio'), 'main.py': 'from api import hello_pb2_grpc\n', 'api/hello.proto': '' },
      'generate-first',
    ],
    [
      'a framework that Hugging Face brings',
      {
        ...needs('numpy'),
        'README.md': '---\ntitle: A\nsdk: gradio\nsdk_version: 5.1.0\n---\n',
        'app.py': 'import gradio as gr\ngr.Interface(f).launch()\n',
      },
      'no-dependencies',
    ],
  ];
  for (const [name, files, code] of refused) {
    it(`${name}: refused`, () => {
      assert.throws(() => detect(files), { code });
    });
  }

  it('code that protoc made is there, or comes with a package', () => {
    const files = { ...needs('grpcio'), 'main.py': 'import hello_pb2\n', 'protos/hello.proto': '' };
    assert.doesNotThrow(() => detect({ ...files, 'hello_pb2.py': '' }));
    assert.doesNotThrow(() => detect({ ...needs('grpcio'), 'main.py': 'from google.rpc import code_pb2\n' }));
  });
});
