import assert from 'node:assert/strict';
import { go, detectGo } from '../../../src/detect/go.js';
import type { AppFacts, GoDetails } from '../../../src/detect/facts.js';
import { memoryProject } from '../../../src/project/memory-view.js';

type Files = Record<string, string>;

const main = 'package main\n\nfunc main() {}\n';
const mod = 'module example.org/team/shop\n\ngo 1.26.0\n';

/** A program that serves: `body` stands in main, `imports` above it. */
function program(body: string, imports: readonly string[] = ['net/http']): string {
  const lines = imports.map((path) => `\t"${path}"\n`).join('');
  return `package main\n\nimport (\n${lines})\n\nfunc main() {\n\t${body}\n}\n`;
}

function detect(files: Files): AppFacts {
  return go.detect(memoryProject({ 'go.mod': mod, ...files }));
}

function details(facts: AppFacts): GoDetails {
  assert.equal(facts.details.kind, 'go');
  return facts.details as GoDetails;
}

describe('go: version', () => {
  const cases: readonly (readonly [string, Files, string | null, string | null])[] = [
    ['the go line', {}, '1.26.0', 'go.mod:3'],
    ['a newer toolchain', { 'go.mod': `${mod}\ntoolchain go1.27.1\n` }, '1.27.1', 'go.mod:5'],
    ['an older toolchain', { 'go.mod': `${mod}\ntoolchain go1.25.9\n` }, '1.26.0', 'go.mod:3'],
    ['toolchain default', { 'go.mod': `${mod}\ntoolchain default\n` }, '1.26.0', 'go.mod:3'],
    ['a comment is no go line', { 'go.mod': 'module a\n// go 1.9\n' }, null, null],
    ['go.work', { 'go.work': 'go 1.27\n\nuse .\n' }, '1.27', 'go.work:1'],
  ];
  for (const [name, files, value, source] of cases) {
    it(name, () => {
      assert.deepEqual(detect({ 'main.go': main, ...files }).version, value && { value, source });
    });
  }
});

describe('go: the program', () => {
  const cases: readonly (readonly [string, Files, string, string])[] = [
    ['the root', { 'main.go': main, 'cmd/tool/main.go': main }, '.', 'shop'],
    ['the only one', { 'cmd/worker/main.go': main }, './cmd/worker', 'worker'],
    [
      'the one named as the module',
      { 'cmd/shop/main.go': main, 'cmd/migrate/main.go': main },
      './cmd/shop',
      'shop',
    ],
    [
      'the only server',
      { 'cmd/server/main.go': main, 'cmd/migrate/main.go': main },
      './cmd/server',
      'server',
    ],
    [
      'examples do not count',
      { 'cmd/worker/main.go': main, 'examples/a/main.go': main },
      './cmd/worker',
      'worker',
    ],
    [
      'build ignore does not count',
      { 'cmd/worker/main.go': main, 'gen.go': `//go:build ignore\n\n${main}` },
      './cmd/worker',
      'worker',
    ],
    [
      'another system does not count',
      { 'cmd/worker/main.go': main, 'cmd/x/main_windows.go': main },
      './cmd/worker',
      'worker',
    ],
    [
      'a negated constraint holds',
      { 'main.go': `//go:build !windows && (linux || darwin)\n\n${main}` },
      '.',
      'shop',
    ],
    ['tests do not count', { 'cmd/worker/main.go': main, 'main_test.go': main }, './cmd/worker', 'worker'],
    [
      'a func main in a comment does not count',
      { 'cmd/worker/main.go': main, 'x.go': 'package main\n/*\nfunc main() {}\n*/\n' },
      './cmd/worker',
      'worker',
    ],
    [
      'a module of its own does not count',
      { 'main.go': main, 'tools/go.mod': 'module t\n', 'tools/main.go': main },
      '.',
      'shop',
    ],
    [
      'the Procfile names it',
      { Procfile: 'web: bin/api --verbose\n', 'cmd/api/main.go': main, 'cmd/server/main.go': main },
      './cmd/api',
      'api',
    ],
    [
      'a version suffix is no name',
      { 'go.mod': 'module example.org/shop/v2\n', 'main.go': main },
      '.',
      'shop',
    ],
    ['a hostile name is none', { 'go.mod': 'module "a b;$(x)"\n', 'main.go': main }, '.', 'app'],
  ];
  for (const [name, files, mainPackage, binary] of cases) {
    it(name, () => {
      const found = details(detect(files));
      assert.deepEqual([found.mainPackage, found.binary], [mainPackage, binary]);
    });
  }

  const two = { 'cmd/api/main.go': main, 'cmd/web/main.go': main };
  it('two servers: an error that lists them and names the flag', () => {
    assert.throws(() => detect(two), {
      code: 'several-main-packages',
      hint: /--app cmd\/api\n--app cmd\/web/,
    });
  });
  it('--start decides', () => {
    const facts = detectGo(memoryProject({ 'go.mod': mod, ...two }), {
      value: './cmd/web',
      source: '--start',
    });
    assert.equal(details(facts).mainPackage, './cmd/web');
  });
  it('--start with no such package', () => {
    const ask = (): AppFacts =>
      detectGo(memoryProject({ 'go.mod': mod, ...two }), { value: './cmd/x', source: '--start' });
    assert.throws(ask, { code: 'no-such-package', hint: /\.\/cmd\/api/ });
  });
  it('a library', () => {
    assert.throws(() => detect({ 'shop.go': 'package shop\n' }), { code: 'no-main-package' });
  });
  it('a choice among several is told', () => {
    const { warnings } = detect({ 'cmd/server/main.go': main, 'cmd/migrate/main.go': main });
    assert.deepEqual(
      warnings.map(({ code }) => code),
      ['BI120'],
    );
  });
});

describe('go: port', () => {
  const cases: readonly (readonly [string, string, number | null, string | null])[] = [
    ['ListenAndServe', program('http.ListenAndServe(":8080", nil)'), 8080, null],
    ['http.Server', program('(&http.Server{Addr: "0.0.0.0:9000"}).ListenAndServe()'), 9000, null],
    ['gin Run', program('r.Run(":3000")', ['github.com/gin-gonic/gin']), 3000, null],
    ['gin default', program('r.Run()', ['github.com/gin-gonic/gin']), 8080, 'PORT'],
    ['echo', program('e.Start(":1323")', ['github.com/labstack/echo/v4']), 1323, null],
    ['fiber', program('app.Listen(":3000")', ['github.com/gofiber/fiber/v2']), 3000, null],
    ['net.Listen', program('net.Listen("tcp", ":50051")', ['net']), 50051, null],
    [
      'PORT with a fallback below',
      program(
        'port := os.Getenv("PORT")\n\tif port == "" {\n\t\tport = "8081"\n\t}\n\thttp.ListenAndServe(":"+port, nil)',
      ),
      8081,
      'PORT',
    ],
    ['PORT in a call', program('http.ListenAndServe(":"+getEnv("PORT", "8082"), nil)'), 8082, 'PORT'],
    ['cmp.Or', program('http.ListenAndServe(":"+cmp.Or(os.Getenv("PORT"), "8083"), nil)'), 8083, 'PORT'],
    [
      'a flag',
      program('addr := flag.String("addr", ":8084", "")\n\thttp.ListenAndServe(*addr, nil)'),
      8084,
      null,
    ],
    [
      'a flag of cobra',
      program('cmd.Flags().IntVarP(&port, "port", "p", 8092, "")\n\thttp.Serve(l, nil)'),
      8092,
      null,
    ],
    [
      'a flag of kingpin',
      program('a := kingpin.Flag("web.listen-address", "x").Default(":8093").String()\n\thttp.Serve(l, nil)'),
      8093,
      null,
    ],
    [
      'a flag called http',
      program('a := flag.String("http", ":8094", "")\n\thttp.Serve(l, nil)'),
      8094,
      null,
    ],
    [
      "koanf's defaults",
      program('k.Load(map[string]any{"server.port": 8095})\n\thttp.Serve(l, nil)'),
      8095,
      null,
    ],
    [
      'a flag of another library with an address beside it',
      program(
        'f.StringP("address", "a", "127.0.0.1", "")\n\tf.StringP("port", "p", "8087", "")\n\thttp.Serve(l, nil)',
      ),
      8087,
      null,
    ],
    [
      'a flag with a variable',
      program('flag.StringVar(&port, "port", getEnv("SHOP_PORT_NUMBER", "8088"), "")\n\thttp.Serve(l, nil)'),
      8088,
      null,
    ],
    [
      'a flag before a listener for metrics',
      program('p := flag.Int("port", 8089, "")\n\tgo http.ListenAndServe(":9100", nil)\n\trun(*p)'),
      8089,
      null,
    ],
    ['PORT without a fallback', program('http.ListenAndServe(":"+os.Getenv("PORT"), nil)'), 8080, 'PORT'],
    [
      'a constant of another name',
      program('http.Serve(l, nil)') + '\nconst DefaultPort = 8091\n',
      8091,
      null,
    ],
    ['an assignment', program('addr := ":8085"\n\thttp.ListenAndServe(addr, nil)'), 8085, null],
    [
      'a profiler beside the server',
      program('go http.ListenAndServe("localhost:6060", nil)\n\thttp.ListenAndServe(":8086", nil)'),
      8086,
      null,
    ],
    ['another variable', program('db := getEnv("DB_PORT", "5432")'), null, null],
    ['a database', program('db := Config{Port: 5432}\n\thttp.Serve(l, nil)'), null, null],
    ['a comment', program('// http.ListenAndServe(":8080", nil)'), null, null],
    ['no port number', program('http.ListenAndServe(":70000", nil)'), null, null],
  ];
  for (const [name, source, port, variable] of cases) {
    it(name, () => {
      const facts = detect({ 'main.go': source });
      assert.deepEqual([facts.port?.value ?? null, facts.portVariable?.value ?? null], [port, variable]);
    });
  }
  it('a struct tag of an imported package', () => {
    const config = 'package config\n\ntype Server struct {\n\tPort int `env:"PORT" envDefault:"8090"`\n}\n';
    const facts = detect({
      'main.go': program('http.Serve(l, nil)', ['example.org/team/shop/config']),
      'config/config.go': config,
    });
    assert.deepEqual(facts.port, { value: 8090, source: 'config/config.go:4' });
  });
  it('loopback is opened by a flag', () => {
    const facts = detect({
      'main.go': program('a := flag.String("addr", "localhost:8080", "")\n\thttp.ListenAndServe(*a, nil)'),
    });
    assert.deepEqual(details(facts).arguments, ['-addr=:8080']);
    assert.deepEqual(facts.warnings, []);
  });
  it('loopback is opened by a flag that a framework is given', () => {
    const facts = detect({
      'main.go': program('a := flag.String("addr", "localhost:9090", "")\n\tr.Run(*a)', [
        'github.com/gin-gonic/gin',
      ]),
    });
    assert.deepEqual(details(facts).arguments, ['-addr=:9090']);
  });
  it('loopback is opened by a variable', () => {
    for (const line of [
      'http.ListenAndServe(getEnv("LISTEN_ADDR", "127.0.0.1:8080"), nil)',
      'x := map[string]string{"LISTEN_ADDR": "127.0.0.1:8080"}\n\thttp.ListenAndServe(x["LISTEN_ADDR"], nil)',
    ]) {
      const facts = detect({ 'main.go': program(line) });
      assert.deepEqual(details(facts).environment, { LISTEN_ADDR: '0.0.0.0:8080' });
    }
  });
  it('loopback is told with file and line', () => {
    const { warnings, port } = detect({ 'main.go': program('http.ListenAndServe("127.0.0.1:8080", nil)') });
    assert.equal(port?.value, 8080);
    assert.deepEqual(
      warnings.map(({ code, source }) => [code, source]),
      [['BI106', 'main.go:8']],
    );
  });
});

describe('go: cgo', () => {
  const sqlite = { 'go.mod': `${mod}\nrequire github.com/mattn/go-sqlite3 v1.14.0\n` };
  const cases: readonly (readonly [string, Files, boolean, string])[] = [
    ['pure Go', { 'main.go': main }, false, 'go.mod'],
    ['import "C"', { 'main.go': program('x()', ['C']) }, true, 'main.go:4'],
    [
      'import "C" in a package that is not imported',
      { 'main.go': main, 'other/c.go': 'package other\n\nimport "C"\n' },
      false,
      'go.mod',
    ],
    [
      'import "C" in an imported package',
      { 'main.go': program('x()', ['example.org/team/shop/c']), 'c/c.go': 'package c\n\nimport "C"\n' },
      true,
      'c/c.go:3',
    ],
    [
      'import "C" for another system',
      { 'main.go': main, 'x_darwin.go': 'package main\n\nimport "C"\n' },
      false,
      'go.mod',
    ],
    [
      'import "C" that can be done without',
      { 'main.go': main, 'x.go': '//go:build cgo\n\npackage main\n\nimport "C"\n' },
      false,
      'go.mod',
    ],
    ['sqlite', { ...sqlite, 'main.go': program('x()', ['github.com/mattn/go-sqlite3']) }, true, 'go.mod:5'],
    ['sqlite through gorm', { 'main.go': program('x()', ['gorm.io/driver/sqlite']) }, true, 'main.go:4'],
    ['sqlite required, not imported', { ...sqlite, 'main.go': main }, false, 'go.mod'],
    ['sqlite in pure Go', { 'main.go': program('x()', ['modernc.org/sqlite']) }, false, 'go.mod'],
  ];
  for (const [name, files, value, source] of cases) {
    it(name, () => {
      const facts = detect(files);
      // C sources build on musl too: only a person can tell that one does not.
      assert.deepEqual(facts.needsGlibc, value ? null : { value, source });
      assert.deepEqual(facts.nativeCode, { value, source });
    });
  }
  it('a library that was built for glibc', () => {
    const { needsGlibc } = detect({ 'main.go': program('x()', ['github.com/marcboeker/go-duckdb']) });
    assert.deepEqual(needsGlibc, { value: true, source: 'main.go:4' });
  });
  it('a library of the distribution', () => {
    const found = details(detect({ 'main.go': program('x()', ['github.com/h2non/bimg']) }));
    assert.deepEqual(found.libraries, [{ value: 'libvips', source: 'main.go:4' }]);
  });
  it('what its own C code is linked against', () => {
    const c = (lines: string): AppFacts =>
      detect({ 'main.go': `package main\n\n/*\n${lines}\n*/\nimport "C"\n\nfunc main() {}\n` });
    assert.deepEqual(
      details(c('#cgo pkg-config: vips glib-2.0\n#cgo LDFLAGS: -lpcap -lm -L${SRCDIR}/own -lown')).libraries,
      [
        { value: 'libvips', source: 'main.go:4' },
        { value: 'glib', source: 'main.go:4' },
        { value: 'libpcap', source: 'main.go:5' },
      ],
    );
    assert.deepEqual(details(c('#cgo linux LDFLAGS: -lvips\n#cgo darwin LDFLAGS: -lcurl')).libraries, [
      { value: 'libvips', source: 'main.go:4' },
    ]);
    assert.match(c('#cgo pkg-config: rare-thing').warnings[0]?.message ?? '', /rare-thing/);
    assert.deepEqual(details(detect({ 'main.go': `${main}\n// #cgo pkg-config: vips\n` })).libraries, []);
  });
  it('a library that no distribution has as it should be is told', () => {
    assert.match(
      detect({ 'main.go': program('x()', ['gocv.io/x/gocv']) }).warnings[0]?.message ?? '',
      /OpenCV/,
    );
  });
});

describe('go: what is beside the sources', () => {
  it('framework', () => {
    assert.deepEqual(detect({ 'main.go': program('x()', ['github.com/go-chi/chi/v5']) }).framework, {
      value: 'chi',
      source: 'main.go:4',
    });
    assert.equal(detect({ 'main.go': program('http.Get("x")') }).framework, null);
  });
  it('folders and files that the program opens', () => {
    const source = program(
      'template.ParseGlob("templates/*.html"); http.Dir("./web/static"); os.ReadFile("schema.sql"); x("../out"); os.ReadDir("../up")',
    );
    const found = details(
      detect({
        'main.go': source,
        'templates/a.html': '',
        'web/static/a.css': '',
        'schema.sql': '',
        'absent.txt': '',
      }),
    );
    assert.deepEqual(found.runtimeFolders, ['templates', 'web/static']);
    assert.deepEqual(found.runtimeFiles, ['schema.sql']);
  });
  it('folders and files that are named in parts, or by what they are for', () => {
    const source = program(
      'x(filepath.Join("web", "pages", "index.html")); dir := "./views"; goose.Up(db, "migrations"); viper.SetConfigName("config"); y("static/app.css")',
    ).replace('func main', '//go:embed static\nvar f embed.FS\n\nfunc main');
    const found = details(
      detect({
        'main.go': source,
        'web/pages/index.html': '',
        'views/a.html': '',
        'migrations/1.sql': '',
        'static/app.css': '',
        'config.yaml': '',
      }),
    );
    assert.deepEqual(found.runtimeFolders, ['migrations', 'views', 'web/pages']);
    assert.deepEqual(found.runtimeFiles, ['config.yaml']);
  });
  it('secrets are not copied', () => {
    assert.deepEqual(
      details(detect({ 'main.go': program('godotenv.Load(".env")'), '.env': '' })).runtimeFiles,
      [],
    );
  });
  it('vendored', () => {
    assert.equal(details(detect({ 'main.go': main, 'vendor/modules.txt': '' })).vendored, true);
  });
  it('a workspace and a replaced module', () => {
    const files = {
      'go.work': 'go 1.27\nuse (\n\t./api\n)\n',
      'go.work.sum': '',
      'api/go.mod': 'module a\ngo 1.27\nreplace b => ../shared\n',
      'api/main.go': main,
      'shared/go.mod': 'module b\n',
    };
    const facts = go.detect(memoryProject(files));
    assert.deepEqual(details(facts).moduleFiles, ['api/go.mod', 'go.work', 'go.work.sum', 'shared/go.mod']);
    assert.deepEqual([facts.entry?.value, details(facts).mainPackage], ['api', './api']);
  });
  it('a module outside of the project', () => {
    const { warnings } = detect({ 'go.mod': `${mod}\nreplace x => ../x\n`, 'main.go': main });
    assert.deepEqual(
      warnings.map(({ code, source }) => [code, source]),
      [['BI121', 'go.mod:5']],
    );
  });
  it('something to embed that is not there', () => {
    const { warnings } = detect({
      'main.go': `package main\n\nimport "embed"\n\n//go:embed ui/dist\nvar f embed.FS\n\nfunc main() {}\n`,
    });
    assert.deepEqual(
      warnings.map(({ code, source }) => [code, source]),
      [['BI123', 'main.go:5']],
    );
  });
  it('what a platform starts', () => {
    const cases: readonly (readonly [string, string, readonly string[], Readonly<Record<string, string>>])[] =
      [
        ['web: bin/api serve --port $PORT', './cmd/api', ['serve', '--port', '8080'], {}],
        ['web: MODE=live api', './cmd/api', [], { MODE: 'live' }],
        ['web: go run -tags x ./cmd/api/main.go -v', './cmd/api', ['-v'], {}],
        ['web: bin/migrate && bin/api', './cmd/api', [], {}],
      ];
    for (const [procfile, mainPackage, words, environment] of cases) {
      const files = { 'cmd/api/main.go': main, 'cmd/migrate/main.go': main, Procfile: `${procfile}\n` };
      const found = details(detect(files));
      assert.deepEqual(
        [found.mainPackage, found.arguments, found.environment],
        [mainPackage, words, environment],
      );
    }
  });
  it('what a build command names', () => {
    const programs = { 'cmd/one/main.go': main, 'cmd/two/main.go': main };
    const files: readonly Files[] = [
      { 'render.yaml': 'services:\n- type: web\n  buildCommand: go build -tags netgo -o app ./cmd/two\n' },
      { Makefile: 'build:\n\tCGO_ENABLED=0 go build -ldflags "$(LDFLAGS)" -o bin/two ./cmd/two\n' },
      { '.goreleaser.yaml': 'builds:\n  - main: ./cmd/two\n' },
      { Makefile: 'install:\n\tcd cmd/two; go install\n' },
      { Makefile: 'build:\n\tcd ./cmd/two && go build -o ../../bin/two .\n' },
      { 'project.toml': '[[build.env]]\nname = "BP_GO_TARGETS"\nvalue = "./cmd/two:./cmd/one"\n' },
    ];
    for (const stated of files)
      assert.equal(details(detect({ ...programs, ...stated })).mainPackage, './cmd/two');
    assert.throws(() =>
      detect({ ...programs, Makefile: 'build:\n\tgo build -o bin/$(NAME) ./cmd/$(NAME)\n' }),
    );
  });
  it('a sub-command that serves', () => {
    const serve =
      '\tserve := &cobra.Command{Use: "serve", RunE: func(c *cobra.Command, a []string) error { return http.ListenAndServe(":8080", nil) }}';
    const rows: readonly (readonly [string, readonly string[]])[] = [
      ['\trootCmd := &cobra.Command{Use: "shop", Short: "a {"}', ['serve']],
      ['\trootCmd := &cobra.Command{Use: "shop", Run: run}', []],
    ];
    for (const [root, words] of rows) {
      const facts = detect({
        'main.go': program(`${root}\n${serve}`, ['github.com/spf13/cobra', 'net/http']),
      });
      assert.deepEqual(details(facts).arguments, words);
      assert.equal(facts.start?.value ?? null, words.length > 0 ? 'shop serve' : null);
    }
  });
  it('no sub-command that serves is told', () => {
    const facts = detect({
      'main.go': program(
        'app := &cli.App{Name: "shop", Commands: []*cli.Command{{Name: "x"}}}\n\tc := &cli.Command{Name: "listen-to"}\n\thttp.ListenAndServe(":8080", nil)',
        ['github.com/urfave/cli/v2', 'net/http'],
      ),
    });
    assert.deepEqual(
      facts.warnings.map(({ code }) => code),
      ['BI125'],
    );
  });
  it('folders and databases that it writes', () => {
    const source = program(
      'os.MkdirAll("uploads/small", 0o755); sql.Open("sqlite", "file:./state/shop.db?_fk=1"); gorm.Open(sqlite.Open("shop.db")); os.Mkdir("/var/x", 0); os.Mkdir("assets", 0)',
    );
    const { written } = details(detect({ 'main.go': source, 'assets/a.css': '' }));
    assert.deepEqual(
      written.folders.map(({ value }) => value),
      ['uploads', 'state'],
    );
    assert.deepEqual(
      written.databases.map(({ value }) => value),
      ['shop.db'],
    );
  });
  it('what it embeds of folders that are usually left out', () => {
    const source = `package main\n\nimport "embed"\n\n//go:embed docs/*.md README.md cert.pem\nvar f embed.FS\n\nfunc main() {}\n`;
    const files = { 'docs/a.md': '', 'README.md': '', 'cert.pem': '' };
    assert.deepEqual(details(detect({ 'main.go': source, ...files })).embedded, [
      'docs',
      'README.md',
      'cert.pem',
    ]);
  });
  it('the front end that it embeds', () => {
    const embedding = (path: string) =>
      `package main\n\nimport "embed"\n\n//go:embed all:${path}\nvar f embed.FS\n\nfunc main() {}\n`;
    const vite =
      '{ "scripts": { "build": "vite build", "release": "vite build --outDir=../server/dist" }, "devDependencies": { "vite": "7" } }';
    const rows: readonly (readonly [string, Files, string | null, string | null])[] = [
      ['below', { 'main.go': embedding('ui/dist'), 'ui/package.json': vite }, 'ui', 'build'],
      ['at the root', { 'main.go': embedding('dist'), 'package.json': vite }, '', 'build'],
      [
        'a placeholder',
        { 'main.go': embedding('ui/dist'), 'ui/package.json': vite, 'ui/dist/.gitkeep': '' },
        'ui',
        'build',
      ],
      [
        'committed',
        {
          'main.go': embedding('ui/dist'),
          'ui/package.json': vite,
          'ui/dist/index.html': '<script src=a.js>',
        },
        null,
        null,
      ],
      [
        'left out by git',
        {
          'main.go': embedding('ui/dist'),
          'ui/package.json': vite,
          'ui/dist/index.html': '<script src=a.js>',
          'ui/.gitignore': '/dist/\n',
        },
        'ui',
        'build',
      ],
      [
        'written elsewhere',
        { 'main.go': embedding('server/dist'), 'web/package.json': vite },
        'web',
        'release',
      ],
      ['unknown', { 'main.go': embedding('public') }, null, null],
    ];
    for (const [name, files, folder, script] of rows) {
      const { frontEnd } = details(detect(files));
      const app = frontEnd?.app.details;
      assert.deepEqual(
        [frontEnd?.folder ?? null, app?.kind === 'node' ? app.buildScript?.value : null],
        [folder, script],
        name,
      );
    }
  });
  it('code that is not generated yet is refused', () => {
    const uses = program('db.New()', ['example.org/team/shop/db']);
    const refusal = (files: Files) => {
      try {
        detect({ 'main.go': uses, ...files });
      } catch (error) {
        return error as { code: string; message: string; hint: string };
      }
      return null;
    };
    const found = refusal({ 'sqlc.yaml': '' });
    assert.equal(found?.code, 'generate-first');
    assert.match(`${found.message} ${found.hint}`, /^main\.go:4: .* `sqlc generate`/);
    assert.equal(refusal({ 'db/db.go': 'package db\n' }), null);
    assert.equal(refusal({ 'db/db_windows.go': 'package db\n' }), null);
    assert.equal(refusal({ 'go.mod': `${mod}\nrequire example.org/team/shop/db v1.0.0\n` }), null);
  });
  it('what go generate makes is made by the toolchain, refused or told', () => {
    const directive = (line: string) => ({
      'main.go': program('views.Page()').replace('func main', `//go:generate ${line}\n\nfunc main`),
    });
    const stringer = 'go run golang.org/x/tools/cmd/stringer@v0.40.0 -type=Pill';
    assert.deepEqual(details(detect(directive(stringer))).generated, ['']);
    assert.deepEqual(
      details(detect({ ...directive(stringer), 'pill_string.go': 'package main\n' })).generated,
      [],
    );
    assert.deepEqual(
      detect(directive('stringer -type=Pill,Other')).warnings.map(({ code, source }) => `${code} ${source}`),
      ['BI128 main.go:7'],
    );
    assert.deepEqual(detect(directive('mockgen -destination=mock.go . Store')).warnings, []);
    for (const line of ['oapi-codegen -o api.gen.go api.yaml', 'protoc --go_out=. shop.proto'])
      assert.throws(
        () => detect(directive(line)),
        { code: 'generate-first', message: /^main\.go:7: / },
        line,
      );
    const wire = { 'main.go': main, 'wire.go': '//go:build wireinject\n\npackage main\n' };
    assert.throws(() => detect(wire), { code: 'generate-first', message: /^wire\.go:1: wire_gen\.go / });
    assert.deepEqual(detect({ ...wire, 'wire_gen.go': 'package main\n' }).warnings, []);
  });
  it('a module beside this one that nothing requires is refused', () => {
    const files = { 'main.go': program('shared.Do()', ['example.org/team/shared/v2']) };
    assert.throws(() => detect(files), { code: 'module-missing', message: /^main\.go:4: / });
    detect({ ...files, 'go.mod': `${mod}\nrequire example.org/team/shared/v2 v2.0.0\n` });
  });
  it('a package of definitions alone is refused', () => {
    const files = {
      'main.go': program('pb.New()', ['example.org/team/shop/proto']),
      'proto/shop.proto': 'syntax = "proto3";\n',
    };
    assert.throws(() => detect(files), { code: 'generate-first', hint: /protoc/ });
  });
  it('a package that a directive of its parent makes', () => {
    const files = {
      'main.go': program('ent.New(user.Name)', [
        'example.org/team/shop/ent',
        'example.org/team/shop/ent/user',
      ]),
      'ent/generate.go': 'package ent\n\n//go:generate go run entgo.io/ent/cmd/ent generate ./schema\n',
      'ent/schema/user.go': 'package schema\n',
    };
    assert.deepEqual(details(detect(files)).generated, ['ent']);
  });
  it('the variables that its builds set to the version', () => {
    const versioned = main.replace('func', 'var version = "dev"\n\nfunc');
    const rows: readonly (readonly [string, Files, readonly string[]])[] = [
      ['nothing says so', { 'main.go': versioned }, []],
      [
        'make',
        { 'main.go': versioned, Makefile: 'build:\n\tgo build -ldflags "-s -X main.version=$(V)" .\n' },
        ['main.version Makefile:2'],
      ],
      [
        'a package that a variable of make names',
        {
          'main.go': program('v.Print()', ['example.org/team/shop/v']),
          'v/v.go': 'package v\n\nvar (\n\tVersion string\n)\n',
          Makefile: 'PKG := example.org/team/shop\nF = -X $(PKG)/v.Version=$(V) -X $(OTHER).Version=$(V)\n',
        },
        ['example.org/team/shop/v.Version Makefile:2'],
      ],
      ['not declared', { 'main.go': main, Makefile: 'F = -X main.version=$(V)\n' }, []],
      [
        'GoReleaser as it is',
        { 'main.go': versioned, '.goreleaser.yml': 'version: 2\nbuilds:\n  - main: .\n' },
        ['main.version .goreleaser.yml:2'],
      ],
      [
        'ko',
        { 'main.go': versioned, '.ko.yaml': 'builds:\n- ldflags:\n  - -X main.version={{.Env.V}}\n' },
        ['main.version .ko.yaml:3'],
      ],
    ];
    for (const [name, files, expected] of rows) {
      const found = details(detect(files)).versionVariables.map(({ value, source }) => `${value} ${source}`);
      assert.deepEqual(found, expected, name);
    }
  });
  it('a port in the settings that it opens', () => {
    const opens = (call: string) => program(`${call}\n\thttp.ListenAndServe(addr, nil)`);
    const rows: readonly (readonly [string, string, string, string])[] = [
      ['os.ReadFile("config.yaml")', 'config.yaml', 'db:\n  port: 5432\nserver:\n  port: 8206\n', '4'],
      [
        'flag.String("f", "etc/shop-api.yaml", "the config file")',
        'etc/shop-api.yaml',
        'Host: 0.0.0.0\nPort: 8206\n',
        '2',
      ],
      ['toml.DecodeFile("config.toml", &c)', 'config.toml', '[http]\naddr = ":8206"\n', '2'],
      ['os.Open("config.json")', 'config.json', '{"port": 8206}\n', '1'],
    ];
    for (const [call, path, text, line] of rows) {
      const { port } = detect({ 'main.go': opens(call), [path]: text });
      assert.deepEqual(port, { value: 8206, source: `${path}:${line}` });
    }
  });
  it('templates that templ makes into Go', () => {
    const files = {
      'go.mod': `${mod}\nrequire github.com/a-h/templ v0.3.960\n`,
      'main.go': program('views.Page()', ['example.org/team/shop/views']),
      'views/page.templ': 'package views\n',
    };
    assert.equal(details(detect(files)).templ?.value, 'v0.3.960');
    assert.equal(details(detect({ ...files, 'views/page_templ.go': 'package views\n' })).templ, null);
  });
  it('functions of a service have no program', () => {
    const files = {
      'fn.go': 'package fn\n\nimport "github.com/GoogleCloudPlatform/functions-framework-go/functions"\n',
    };
    assert.throws(() => detect(files), { code: 'no-main-package', hint: /the functions framework/ });
  });
  it('a generator below internal/ is not what is deployed', () => {
    const files = { 'cmd/one/main.go': main, 'internal/gen/main.go': main };
    assert.equal(details(detect(files)).mainPackage, './cmd/one');
  });
  it('what it expects of its surroundings', () => {
    const codes = (files: Files) => detect(files).warnings.map(({ code, source }) => `${code} ${source}`);
    const handler = program('lambda.Start(answer)', ['github.com/aws/aws-lambda-go/lambda']);
    assert.deepEqual(codes({ 'main.go': handler }), ['BI126 main.go:8']);
    assert.deepEqual(codes({ 'main.go': main, Makefile: 'export GOPRIVATE=git.example.com/team\n' }), [
      'BI127 Makefile:1',
    ]);
  });
  it('another build tool is told', () => {
    const { warnings } = detect({ 'main.go': main, 'MODULE.bazel': '' });
    assert.deepEqual(
      warnings.map(({ code, source }) => [code, source]),
      [['BI124', 'MODULE.bazel']],
    );
  });
  it('without a module: the standard library alone', () => {
    const facts = go.detect(memoryProject({ 'main.go': program('http.ListenAndServe(":8080", nil)') }));
    assert.deepEqual([facts.version, facts.port?.value, details(facts).namesModule], [null, 8080, false]);
  });
  it('SIGTERM ends it', () => {
    assert.equal(detect({ 'main.go': main }).handlesSigterm.value, true);
  });
});
