import assert from 'node:assert/strict';
import { codes, detect, details, type Files } from './detected.js';

const project = (settings: string): Files => ({
  'requirements.txt': 'django\n',
  'manage.py': 'os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\nimport django\n',
  'shop/settings.py': settings,
});
const root = 'STATIC_ROOT = BASE_DIR / "static"\n';
const collectstatic = ['python', 'manage.py', 'collectstatic', '--noinput'];

describe('python: static files of Django', () => {
  const collected: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
    ['a folder of its own', root, {}],
    [
      'a secret key that is demanded',
      `SECRET_KEY = os.environ["SECRET_KEY"]\n${root}`,
      { SECRET_KEY: 'build' },
    ],
    [
      'a secret key by environ',
      `SECRET_KEY = env("DJANGO_SECRET_KEY")\n${root}`,
      { DJANGO_SECRET_KEY: 'build' },
    ],
    [
      'a secret key that may be None',
      `SECRET_KEY = os.getenv("SECRET_KEY")\n${root}`,
      { SECRET_KEY: 'build' },
    ],
    ['a default', `SECRET_KEY = os.environ.get("SECRET_KEY", "x")\n${root}`, {}],
    [
      'variables of services',
      `URL = os.environ["DATABASE_URL"]\nCACHES = {\n    "a": env("REDIS_URL"),\n}\nX = config("DEBUG", cast=bool)\n${root}`,
      { DATABASE_URL: 'sqlite:////tmp/build.sqlite3', REDIS_URL: 'redis://localhost:6379/0', DEBUG: '1' },
    ],
    ['hosts', `ALLOWED_HOSTS = os.getenv("HOSTS").split(",")\n${root}`, { HOSTS: 'localhost' }],
    [
      'a variable asked for before it is used',
      `APPS = os.getenv("APPS").split(",") if os.getenv("APPS") else []\n${root}`,
      {},
    ],
    [
      "another service's secret key",
      `GITHUB_SECRET_KEY = os.environ.get("GITHUB_SECRET_KEY")\nSECRET_KEY = os.environ.get("KEY_OF_SHOP")\n${root}`,
      { KEY_OF_SHOP: 'build' },
    ],
    [
      'a reader of its own',
      `from shop.environment import getenv\nDEBUG = getenv("DEBUG").lower() == "true"\n${root}`,
      {},
    ],
    ['a variable asked for in one case', `if PROD:\n    HOST = os.environ["HOST"]\n${root}`, {}],
  ];
  for (const [name, settings, environment] of collected) {
    it(`collected: ${name}`, () => {
      const { collects } = details(detect(project(settings)));
      assert.deepEqual(collects, {
        commands: [collectstatic],
        environment,
        scratchFolders: [],
      });
    });
  }

  const scratch: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'a folder that is made',
      `LOGS = BASE_DIR / "var" / "log"\nLOGS.mkdir(parents=True)\n${root}`,
      ['var/log'],
    ],
    ['a database in a folder', `NAME = BASE_DIR / "data" / "db.sqlite3"\n${root}`, ['data']],
    [
      "Django's cache of files",
      `CACHES = {"default": {"LOCATION": os.path.join(BASE_DIR, "cache")}}\n${root}`,
      ['cache'],
    ],
    [
      'the folder of the static files',
      'MEDIA_ROOT = BASE_DIR / "data"\nSTATIC_ROOT = BASE_DIR / "data" / "static"\n',
      [],
    ],
    [
      'static files nobody knows where',
      'MEDIA_ROOT = BASE_DIR / "data"\nSTATIC_ROOT = PLACE / "static"\n',
      [],
    ],
  ];
  for (const [name, settings, folders] of scratch) {
    it(`to write to meanwhile: ${name}`, () => {
      const text = `BASE_DIR = Path(__file__).resolve().parent.parent\n${settings}`;
      assert.deepEqual(details(detect(project(text))).collects?.scratchFolders, folders);
    });
  }

  const left: readonly (readonly [string, string, readonly string[]])[] = [
    ['no STATIC_ROOT', 'DEBUG = True\n', []],
    [
      'a storage elsewhere',
      `STATICFILES_STORAGE = "storages.backends.s3boto3.S3StaticStorage"\n${root}`,
      ['BI138'],
    ],
    ['a folder elsewhere', 'STATIC_ROOT = "/srv/static"\n', ['BI138']],
  ];
  for (const [name, settings, warnings] of left) {
    it(`not collected: ${name}`, () => {
      const facts = detect(project(settings));
      assert.equal(details(facts).collects, null);
      assert.deepEqual(
        codes(facts).filter((code) => code === 'BI138'),
        warnings,
      );
    });
  }

  it('migrations and what the settings demand are told', () => {
    const told = codes(detect(project('K = os.environ["K"]\nDATABASES = {}\n')));
    assert.deepEqual(
      told.filter((code) => /BI17[56]/.test(code)),
      ['BI175', 'BI176'],
    );
  });

  it('the settings that wsgi.py names', () => {
    const files: Files = {
      ...project(''),
      'shop/settings.py': '',
      'shop/wsgi.py': 'os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.production")\n',
      'shop/production.py': root,
    };
    assert.equal(details(detect(files)).collects?.environment['DJANGO_SETTINGS_MODULE'], 'shop.production');
  });

  it('compressed too, where that is set', () => {
    const files = project(`COMPRESS_OFFLINE = True\n${root}`);
    const { collects } = details(detect({ ...files, 'requirements.txt': 'django\ndjango-compressor\n' }));
    assert.deepEqual(collects?.commands.at(-1), ['python', 'manage.py', 'compress', '--force']);
  });
  it('what the build collects is left to nobody', () => {
    const Procfile =
      'web: python manage.py migrate && python manage.py collectstatic --noinput && gunicorn shop.wsgi\n';
    const told = (settings: string): string[] =>
      detect({ ...project(settings), Procfile })
        .warnings.filter(({ code }) => code === 'BI144')
        .map(({ message }) => /manage\.py (\w+)/.exec(message)![1]!);
    assert.deepEqual(told(root), ['migrate']);
    assert.deepEqual(told(''), ['migrate', 'collectstatic']);
  });
});
