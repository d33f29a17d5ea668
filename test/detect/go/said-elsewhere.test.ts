import assert from 'node:assert/strict';
import { go } from '../../../src/detect/go.js';
import type { AppFacts, GoDetails } from '../../../src/detect/facts.js';
import { memoryProject } from '../../../src/project/memory-view.js';

type Files = Record<string, string>;

const mod = 'module example.org/team/shop\n\ngo 1.26.0\n';
const main = 'package main\n\nfunc main() {}\n';
const program = (body: string, ...imports: readonly string[]): string =>
  `package main\n\nimport (\n${imports.map((path) => `\t"${path}"\n`).join('')})\n\nfunc main() {\n\t${body}\n}\n`;

function detect(files: Files): AppFacts {
  return go.detect(memoryProject({ 'go.mod': mod, ...files }));
}

function details(facts: AppFacts): GoDetails {
  assert.equal(facts.details.kind, 'go');
  return facts.details as GoDetails;
}

describe('go: build tags of the own scripts', () => {
  const cases: readonly (readonly [string, Files, readonly string[]])[] = [
    ['a Makefile', { Makefile: 'build:\n\tgo build -tags "fts5,embed" -o bin/shop .\n' }, ['fts5', 'embed']],
    ['of the right package', { Makefile: 'all:\n\tgo build -tags x ./cmd/other\n' }, []],
    ['what a static build implies', { Makefile: 'all:\n\tgo build -tags netgo,osusergo .\n' }, []],
    ['of another system', { Makefile: 'mac:\n\tgo build -tags "darwin fts5" .\n' }, ['fts5']],
    ['for developers', { Makefile: 'all:\n\tgo build -tags=dev .\n\tgo build -tags=prod .\n' }, ['prod']],
    ['of variables', { Makefile: 'all:\n\tgo build -tags $(TAGS) .\n' }, []],
    [
      'of variables of its own',
      {
        Makefile:
          'TAGS := fts5 \\\n  json\nFLAGS = -tags "$(TAGS)"\n\nall:\n\t$(GO) build $(FLAGS) -o bin/shop .\n',
      },
      ['fts5', 'json'],
    ],
    ['of variables without an end', { Makefile: 'A = $(A) $(A)\nall:\n\tgo build -tags "$(A)" .\n' }, []],
    ['a command among them', { Makefile: 'all:\n\tgo build -tags "a;reboot" .\n' }, []],
  ];
  for (const [name, files, tags] of cases) {
    it(name, () => {
      assert.deepEqual(details(detect({ 'main.go': main, ...files })).tags, tags);
    });
  }

  it('link librdkafka of the distribution', () => {
    const files = {
      'main.go': program('kafka.LibraryVersion()', 'github.com/confluentinc/confluent-kafka-go/v2/kafka'),
    };
    const linked = details(detect({ ...files, Makefile: 'all:\n\tgo build -tags dynamic .\n' }));
    assert.deepEqual([linked.libraries.map(({ value }) => value), linked.muslTags], [['librdkafka'], []]);
    assert.deepEqual(details(detect(files)).muslTags, ['musl']);
  });

  it('bring the files that are compiled with them', () => {
    const files = {
      'main.go': program('assets.Serve()', 'example.org/team/shop/assets'),
      'assets/release.go':
        '//go:build release\n\npackage assets\n\nimport "embed"\n\n//go:embed out/*.js\nvar files embed.FS\n',
      'assets/debug.go': '//go:build !release\n\npackage assets\n',
    };
    const codes = (given: Files): string[] => detect(given).warnings.map(({ code }) => code);
    assert.deepEqual(codes(files), []);
    assert.deepEqual(codes({ ...files, Makefile: 'all:\n\tgo build -tags release .\n' }), ['BI123']);
  });

  it('what builds while somebody writes names the program', () => {
    const files = { 'cmd/seed/main.go': main, 'cmd/site/main.go': main };
    const air = '[build]\n  cmd = "go build -tags dev -o ./tmp/main ./cmd/site"\n';
    const found = details(detect({ ...files, '.air.toml': air }));
    assert.deepEqual([found.mainPackage, found.tags], ['./cmd/site', []]);
  });
});

describe('go: the program that serves among several', () => {
  const server = program('http.ListenAndServe(":8080", nil)', 'net/http');
  const cases: readonly (readonly [string, Files, string])[] = [
    [
      'a client that is released beside it is not taken',
      {
        'cmd/shopctl/main.go': main,
        'cmd/shop/main.go': server,
        '.goreleaser.yml': 'builds:\n  - main: ./cmd/shopctl\n',
      },
      './cmd/shop',
    ],
    [
      'nor one with the name of the module',
      { 'cmd/shop/main.go': main, 'cmd/front/main.go': server },
      './cmd/front',
    ],
    ['its daemon is taken', { 'cmd/shop/main.go': server, 'cmd/shopd/main.go': server }, './cmd/shopd'],
    [
      'its server is taken',
      { 'cmd/shop/main.go': main, 'cmd/shop-server/main.go': main },
      './cmd/shop-server',
    ],
    ['the only one', { 'cmd/front/main.go': server, 'cmd/seed/main.go': main }, './cmd/front'],
    [
      'the files of a package name it',
      { 'cmd/a/main.go': main, 'cmd/b/main.go': main, Makefile: 'all:\n\tgo build -o bin/b ./cmd/b/*.go\n' },
      './cmd/b',
    ],
  ];
  for (const [name, files, expected] of cases) {
    it(name, () => assert.equal(details(detect(files)).mainPackage, expected));
  }
});

describe('go: one front end makes all that is embedded beside each other', () => {
  it('is copied, and nothing is missing', () => {
    const facts = detect({
      'main.go': `${program('http.ListenAndServe(":8080", nil)', 'net/http', 'embed')}\n//go:embed web/.vite/manifest.json web/assets/*.js\nvar files embed.FS\n`,
      'package.json': '{ "scripts": { "build": "vite build" }, "devDependencies": { "vite": "7.0.0" } }',
    });
    assert.deepEqual(details(facts).frontEnd?.outputs, ['web/.vite/manifest.json', 'web/assets']);
    assert.deepEqual(
      facts.warnings.filter(({ code }) => code === 'BI123'),
      [],
    );
  });
  it('is built where git leaves a part of what is embedded out', () => {
    const facts = detect({
      'main.go': `${main}\nimport "embed"\n\n//go:embed ui\nvar files embed.FS\n`,
      'ui/index.html': '<script src="dist/a.js"></script>',
      'package.json': '{ "scripts": { "build": "node build.js" } }',
      '.gitignore': '/node_modules/\n/ui/dist\n*.db\n',
    });
    assert.deepEqual([details(facts).frontEnd?.outputs, facts.warnings], [['ui/dist'], []]);
  });
  it('one that can not be built here is missing, and no reason to refuse the program', () => {
    const { frontEnd } = details(
      detect({
        'main.go':
          'package main\n\nimport "embed"\n\n//go:embed all:ui/dist\nvar f embed.FS\n\nfunc main() {}\n',
        'ui/package.json':
          '{ "scripts": { "build": "vite build" }, "dependencies": { "kit": "workspace:^" }, "devDependencies": { "vite": "7" } }',
        'ui/pnpm-lock.yaml': "lockfileVersion: '9.0'\n",
      }),
    );
    assert.equal(frontEnd, null);
  });
  it('the folder of the directive itself is there', () => {
    const files = {
      'main.go': program('_ = ui.Content', 'example.org/team/shop/ui'),
      'ui/ui.go': 'package ui\n\nimport "embed"\n\n//go:embed *\nvar Content embed.FS\n',
      '.gitignore': 'ui/\n',
    };
    assert.deepEqual(detect(files).warnings, []);
  });
  it('a placeholder beside other files is none', () => {
    const files = {
      'main.go': 'package main\n\nimport "embed"\n\n//go:embed static\nvar f embed.FS\n\nfunc main() {}\n',
      'static/.gitkeep': '',
    };
    assert.equal(detect(files).warnings.length, 1);
    assert.deepEqual(detect({ ...files, 'static/a.css': '' }).warnings, []);
  });
  it('a directive within a text is none', () => {
    const facts = detect({ 'main.go': `${main}\nconst made = \`\n//go:embed files\n\`\n` });
    assert.deepEqual(facts.warnings, []);
  });
});

describe('go: what a framework brings', () => {
  it('PocketBase is told to serve, and its data is kept', () => {
    const facts = detect({
      'main.go': program('pocketbase.New().Start()', 'github.com/pocketbase/pocketbase'),
    });
    assert.deepEqual(details(facts).arguments, ['serve', '--http=0.0.0.0:8090', '--dir=pb_data']);
    assert.equal(facts.port?.value, 8090);
    assert.deepEqual(
      details(facts).written.folders.map(({ value }) => value),
      ['pb_data'],
    );
  });
  it("Beego's folders are there, and its settings say the port", () => {
    const files = {
      'main.go': program('web.Run()', 'github.com/beego/beego/v2/server/web'),
      'conf/app.conf': 'appname = shop\nhttpport = 8081\n',
      'views/index.tpl': '',
    };
    const facts = detect(files);
    assert.deepEqual([facts.port?.value, details(facts).runtimeFolders], [8081, ['conf', 'views']]);
  });
  it('Buffalo listens to others', () => {
    const facts = detect({ 'main.go': program('app().Serve()', 'github.com/gobuffalo/buffalo') });
    assert.deepEqual(
      [facts.port?.value, details(facts).environment],
      [3000, { ADDR: '0.0.0.0', GO_ENV: 'production' }],
    );
  });
});

describe('go: addresses that are said in other ways', () => {
  it('a variable with the whole address, filled in where it is empty', () => {
    const body =
      'addr := os.Getenv("LISTEN_ADDR")\n\tif addr == "" {\n\t\taddr = ":8090"\n\t}\n\thttp.ListenAndServe(addr, nil)';
    assert.equal(detect({ 'main.go': program(body, 'net/http', 'os') }).port?.value, 8090);
  });
  it("a file of settings wins over viper's default", () => {
    const body =
      'viper.SetConfigName("config")\n\tviper.SetDefault("server.port", "7070")\n\thttp.ListenAndServe(":"+viper.GetString("server.port"), nil)';
    const files = { 'main.go': program(body, 'net/http', 'github.com/spf13/viper') };
    assert.equal(detect(files).port?.value, 7070);
    assert.equal(detect({ ...files, 'config.yaml': 'server:\n  port: 7171\n' }).port?.value, 7171);
  });
  const listens = 'http.ListenAndServe(addr, nil)';
  const settings = (tags: string): string =>
    `${program(listens, 'net/http')}\ntype settings struct {\n${tags}\n}\n`;
  const ports: readonly (readonly [string, Files, number])[] = [
    [
      'a literal of settings',
      { 'main.go': program(`s := Server{Listen: ":8090"}\n\t${listens}`, 'net/http') },
      8090,
    ],
    ['a field that is set', { 'main.go': program(`c.HttpPort = "6150"\n\t${listens}`, 'net/http') }, 6150],
    [
      'what sends everybody to HTTPS is not its port',
      {
        'main.go': program(
          'go http.ListenAndServe(":80", m.HTTPHandler(nil))\n\ts := Settings{Port: 8091}\n\thttp.ListenAndServe(s.Addr(), nil)',
          'net/http',
        ),
      },
      8091,
    ],
    [
      "an exporter's flags",
      {
        'main.go': program('web := webflag.AddFlags(kingpin.CommandLine, ":9115")\n\tweb.ListenAndServe(x)'),
      },
      9115,
    ],
    [
      'a group of go-flags gives its variables another name',
      {
        'main.go': settings(
          '\tPort int `long:"port" env:"SHOP_PORT" default:"8085"`\n\tTLS struct {\n\t\tPort int `long:"port" env:"PORT" description:"x" default:"8443"`\n\t} `group:"tls" env-namespace:"TLS"`',
        ),
      },
      8085,
    ],
    [
      'an address of its own',
      { 'main.go': `${program(listens, 'net/http')}\nvar HTTPListen = "[::]:8025"\n` },
      8025,
    ],
    [
      'a default in a tag',
      { 'main.go': settings('\tPort string `env:"SHOP_SERVER_PORT,default=4080"`') },
      4080,
    ],
    [
      'a flag with a short name',
      {
        'main.go': program(
          `f := cli.StringFlag{Name: "addr,server-addr", Value: ":8092"}\n\t${listens}`,
          'net/http',
        ),
      },
      8092,
    ],
    [
      'how it spends its time is not what it serves',
      {
        'main.go': program(
          `go http.ListenAndServe(":6060", nil)\n\thttp.ListenAndServe(":8093", mux)`,
          'net/http',
        ),
      },
      8093,
    ],
    [
      'an example of the settings',
      {
        'main.go': settings('\tPort string `env:"HTTP_PORT,required"`'),
        '.env.example': '# x\nDB_PORT=5432\nHTTP_PORT=8086\n',
      },
      8086,
    ],
    [
      'an address in an example that viper reads',
      {
        'main.go': settings('\tAddress string `mapstructure:"SERVER_ADDRESS"`'),
        '.env.example': 'DB_PORT=5432\nSERVER_ADDRESS=:8087\n',
      },
      8087,
    ],
    [
      'an address in an example that the program asks for',
      {
        'main.go': program(`a.Listen(os.Getenv("SERVER_URL"))\n\t${listens}`, 'net/http', 'os'),
        '.env.example': 'SERVER_URL="0.0.0.0:5001"\nDB_URL="localhost:5432"\n',
      },
      5001,
    ],
    [
      'what is set for a part of the settings is not its port',
      { 'main.go': program(`c.Broadcast.Port = 8097\n\tport := 8098\n\t${listens}`, 'net/http') },
      8098,
    ],
    [
      'a variable of its own name with the whole address',
      {
        'main.go': program(`a := GetEnv("SERVER_ECHO_LISTEN_ADDRESS", ":8096")\n\t${listens}`, 'net/http'),
      },
      8096,
    ],
    [
      'a flag with a list before its value',
      {
        'main.go': program(
          `f := cli.IntFlag{Name: "port", Aliases: []string{"p"}, Sources: cli.EnvVars("SHOP"), Value: 8094}\n\t${listens}`,
          'net/http',
        ),
      },
      8094,
    ],
    [
      'a function that makes flags',
      {
        'main.go': program(
          `a := toFlagString("web.listen-address", "Where it listens.", ":9308")\n\t${listens}`,
          'net/http',
        ),
      },
      9308,
    ],
    [
      'a flag of any name that is an address, before those of metrics and profilers',
      {
        'main.go': program(
          `flag.StringVar(&d, "debug-addr", ":6060", "")\n\tflag.StringVar(&m, "metrics", ":9090", "")\n\tflag.String("l", ":9876", "")\n\t${listens}`,
          'net/http',
        ),
      },
      9876,
    ],
    [
      'metrics where nothing else listens',
      { 'main.go': program(`flag.StringVar(&m, "metrics", ":9090", "")\n\t${listens}`, 'net/http') },
      9090,
    ],
    [
      "a field of HTTP's before others",
      { 'main.go': program(`c := Config{S3: S3{Port: 5246}, HttpPort: 5244}\n\t${listens}`, 'net/http') },
      5244,
    ],
    [
      'an address without a text',
      {
        'main.go': program(
          `c := Config{Pprof: Pprof{Port: 6061}, Address: netip.AddrPortFrom(netip.IPv4Unspecified(), 3000)}\n\t${listens}`,
          'net/http',
        ),
      },
      3000,
    ],
    [
      'a host that is a port alone',
      { 'main.go': program(`u := url.URL{Host: ":9091"}\n\t${listens}`, 'net/http') },
      9091,
    ],
    [
      'a default address to bind to',
      { 'main.go': `${program(listens, 'net/http')}\nconst defaultBindAddress = ":9001"\n` },
      9001,
    ],
    [
      'what the main package says wins over what a device far away listens on',
      {
        'main.go': program(
          `c := devices.Config{Port: 7070}\n\t${listens}`,
          'net/http',
          'example.org/team/shop/devices',
        ),
        'devices/one.go': `package devices\n\nimport "net/http"\n\nvar port = 8887\n\nfunc Run() { http.ListenAndServe(addr, nil) }\n`,
      },
      7070,
    ],
  ];
  for (const [name, files, port] of ports) {
    it(name, () => assert.equal(detect(files).port?.value, port));
  }
  it("a queue's Run is not gin's", () => {
    const queue = program('go queue.Run()\n\twork()', 'github.com/gin-gonic/gin');
    assert.equal(detect({ 'main.go': queue }).port, null);
  });
  it('a flag with the host alone opens it', () => {
    const tagged = settings(
      '\tHost string `long:"bind" description:"x" default:"localhost"`\n\tPort uint `long:"listen" default:"8081"`',
    );
    assert.deepEqual(details(detect({ 'main.go': tagged })).arguments, ['--bind=0.0.0.0']);
  });
  it('the variable of a flag opens it', () => {
    const flagged = program(
      `f := cli.StringFlag{Name: "listener", Value: "127.0.0.1:8080", EnvVars: []string{"LISTENER"}}\n\t${listens}`,
      'net/http',
      'github.com/urfave/cli/v2',
    );
    assert.deepEqual(details(detect({ 'main.go': flagged })).environment, { LISTENER: '0.0.0.0:8080' });
  });
  it('a variable with the host alone opens it', () => {
    const tagged = settings(
      '\tHost string `yaml:"host" default:"127.0.0.1" env:"SHOP_LISTEN_IPV4"`\n\tDB string `default:"localhost" env:"DB_HOST"`',
    );
    assert.deepEqual(details(detect({ 'main.go': tagged })).environment, { SHOP_LISTEN_IPV4: '0.0.0.0' });
    const silent = tagged.replace('http.ListenAndServe(addr, nil)', 'work()');
    assert.deepEqual(details(detect({ 'main.go': silent })).environment, {});
  });
  it('a flag whose default a function reads from a variable', () => {
    const body =
      'flag.StringVar(&addr, "addr", opt("SHOP_ADDR", "127.0.0.1:7070"), "address")\n\thttp.ListenAndServe(addr, nil)';
    assert.deepEqual(details(detect({ 'main.go': program(body, 'flag', 'net/http') })).arguments, [
      '-addr=:7070',
    ]);
  });
  it('a file that a constant for the settings names is there, and says the port', () => {
    const source = `${program(listens, 'net/http')}\nconst ConfigDefaultFile = "config.yaml"\nconst reportFile = "report.json"\n`;
    const facts = detect({
      'main.go': source,
      'config.yaml': 'redis:\n  addr: 127.0.0.1:6379\nsystem:\n  addr: 8888\n',
      'report.json': '{}',
    });
    assert.deepEqual([details(facts).runtimeFiles, facts.port?.value], [['config.yaml'], 8888]);
  });
  it('a file that a flag of kingpin names is there', () => {
    const body = 'kingpin.Flag("config.file", "The settings.").Default("shop.yml").String()';
    const facts = detect({ 'main.go': program(body), 'shop.yml': 'a: 1\n' });
    assert.deepEqual(details(facts).runtimeFiles, ['shop.yml']);
  });
  it('a flag of pflag has two dashes', () => {
    const source = `package main\n\nimport (\n\t"net/http"\n\tflag "github.com/spf13/pflag"\n)\n\nfunc main() {\n\taddr := flag.String("listen", "127.0.0.1:8088", "address")\n\tflag.Parse()\n\thttp.ListenAndServe(*addr, nil)\n}\n`;
    assert.deepEqual(details(detect({ 'main.go': source })).arguments, ['--listen=:8088']);
  });
});

describe('go: sub-commands that are written in other ways', () => {
  const serve = 'http.ListenAndServe(":8080", nil)';
  it('elements of a list without their type', () => {
    const body = `app := &cli.App{Commands: []*cli.Command{{Name: "serve", Action: run}, {Name: "seed", Action: seed}}}\n\tapp.Run(os.Args)\n\t${serve}`;
    const facts = detect({ 'main.go': program(body, 'net/http', 'github.com/urfave/cli/v2') });
    assert.deepEqual(details(facts).arguments, ['serve']);
  });
  it('fields of a struct', () => {
    const types =
      'type Serve struct{}\n\nvar options struct {\n\tServe Serve `cmd:""`\n\tSeedAll Seed `cmd:""`\n}\n';
    const body = `kong.Parse(&options)\n\t${serve}`;
    const facts = detect({
      'main.go': `${program(body, 'net/http', 'github.com/alecthomas/kong')}\n${types}`,
    });
    assert.deepEqual(details(facts).arguments, ['serve']);
  });
  it('a program that a function makes', () => {
    const cli = `package main\n\nimport "github.com/urfave/cli/v3"\n\nfunc newApp() *cli.Command {\n\treturn &cli.Command{Usage: "a shop", Commands: []*cli.Command{newStart()}}\n}\n\nfunc newStart() *cli.Command {\n\treturn &cli.Command{Name: "start", Action: run}\n}\n`;
    const files = { 'main.go': program(serve, 'net/http'), 'app.go': cli };
    assert.deepEqual(details(detect(files)).arguments, ['start']);
    const acting = cli.replace('Usage: "a shop"', 'Action: run');
    assert.deepEqual(details(detect({ ...files, 'app.go': acting })).arguments, []);
  });
  it("MinIO's own library", () => {
    const body = `app := cli.NewApp()\n\tapp.Commands = []cli.Command{{Name: "server", Action: run}}\n\t${serve}`;
    const facts = detect({ 'main.go': program(body, 'net/http', 'github.com/minio/cli') });
    assert.deepEqual(details(facts).arguments, ['server']);
  });
  it('tags of flags alone name none', () => {
    const types = 'var options struct {\n\tName string `long:"name"`\n}\n';
    const body = `flags.Parse(&options)\n\t${serve}`;
    const facts = detect({
      'main.go': `${program(body, 'net/http', 'github.com/jessevdk/go-flags')}\n${types}`,
    });
    assert.deepEqual([details(facts).arguments, facts.warnings], [[], []]);
  });
  it('tags of go-flags', () => {
    const types =
      'var options struct {\n\tServer ServerCommand `command:"server"`\n\tBackup BackupCommand `command:"backup"`\n}\n';
    const body = `p := flags.NewParser(&options, flags.Default)\n\t${serve}`;
    const facts = detect({
      'main.go': `${program(body, 'net/http', 'github.com/jessevdk/go-flags')}\n${types}`,
    });
    assert.deepEqual(details(facts).arguments, ['server']);
  });
});

describe("go: cobra's own command", () => {
  const serve =
    '\tserve := &cobra.Command{Use: "serve", RunE: func(c *cobra.Command, a []string) error { return http.ListenAndServe(":8080", nil) }}';
  const started = (body: string, name = 'shop'): AppFacts =>
    detect({
      'main.go': program(body, 'net/http', 'github.com/spf13/cobra'),
      ...(name === 'shop' ? {} : { 'go.mod': mod.replace('shop', name) }),
    });
  const rows: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'shows its usage',
      `root := &cobra.Command{Use: "shop", Run: func(c *cobra.Command, a []string) {\n\t_ = c.Help()\n\tos.Exit(0)\n}}\n${serve}`,
      ['serve'],
    ],
    [
      'shows its version, else its usage',
      `root := &cobra.Command{Use: "shop", RunE: func(c *cobra.Command, a []string) error {\n\tif v { show(); return nil }\n\treturn c.Usage()\n}}\n${serve}`,
      ['serve'],
    ],
    [
      'shows its usage where it is called wrongly',
      `root := &cobra.Command{Use: "shop", RunE: func(c *cobra.Command, a []string) error {\n\tif len(a) > 0 { return c.Usage() }\n\treturn start()\n}}\n${serve}`,
      [],
    ],
    [
      'has the name of the program, whatever variables the others are kept in',
      `cmd := &cobra.Command{Use: "config"}\n\tcmd = &cobra.Command{Use: "shop", RunE: run}\n${serve}`,
      [],
    ],
  ];
  for (const [name, body, words] of rows)
    it(name, () => assert.deepEqual(details(started(body)).arguments, words));
  it('what a sub-command wants beside its name is told', () => {
    const wanting = (command: string): string[] =>
      started(
        `root := &cobra.Command{Use: "shop"}\n\ts := &cobra.Command{${command}}\n\thttp.ListenAndServe(a, nil)`,
      )
        .warnings.filter(({ code }) => code === 'BI125')
        .map(({ message }) => message.slice(0, 52));
    assert.deepEqual(wanting('Use: "serve [flags] [config file]", Args: cobra.ExactArgs(1)'), [
      'shop serve wants more than its name ([flags] [config',
    ]);
    assert.deepEqual(wanting('Use: "serve <config>", RunE: serve'), [
      'shop serve wants more than its name (<config>): give',
    ]);
    assert.deepEqual(wanting('Use: "serve [flags]", RunE: serve'), []);
  });
});

describe('go: what it needs where it runs', () => {
  const told = (files: Files): string[] =>
    detect(files).warnings.map(({ code, message, source }) => `${code} ${source} ${message.slice(0, 60)}`);
  it('variables that their tags demand', () => {
    const source = `${main}\ntype settings struct {\n\tKey string \`env:"KEY,required"\`\n\tURL string \`long:"url" env:"SHOP_URL" required:"true"\`\n\tHost string \`env:"DB" env-required:"true"\`\n\tPort string \`env:"PORT,required" envDefault:"80"\`\n\tMode string \`long:"mode" env:"MODE" required:"true" default:"a"\`\n}\n`;
    const facts = detect({ 'main.go': source });
    assert.deepEqual(
      facts.neededSettings?.map(({ value }) => value),
      ['KEY', 'DB', 'SHOP_URL'],
    );
    assert.equal(facts.warnings[0]?.code, 'BI176');
  });
  const flagged = {
    'main.go': program(
      'f.StringSlice("config", []string{"config.toml"}, "x")\n\thttp.ListenAndServe(addr, nil)',
      'net/http',
    ),
  };
  it('settings of which only an example is here, which says the port', () => {
    const files = { ...flagged, 'config.toml.sample': '[app]\naddress = "localhost:9000"\n' };
    assert.deepEqual(told(files), [
      'BI194 main.go:8 the program reads config.toml, which is not here (config.tom',
    ]);
    assert.equal(detect(files).port?.value, 9000);
    assert.deepEqual(told(flagged), []);
  });
  it('settings that may hold secrets', () => {
    const files = {
      'main.go': program('viper.SetConfigName("app")', 'github.com/spf13/viper'),
      'app.env': 'A=b\n',
    };
    assert.deepEqual(told(files), [
      'BI194 main.go:8 the program reads app.env, which is left out of the image si',
    ]);
    assert.deepEqual(details(detect(files)).runtimeFiles, []);
  });
});

describe('go: a file of variables that it can not do without', () => {
  const told = (body: string, files: Files = {}): string[] =>
    detect({ 'main.go': program(body, 'github.com/joho/godotenv'), ...files })
      .warnings.filter(({ code }) => code === 'BI194')
      .map(({ message }) => message.slice(0, 66));
  it('ends without it', () => {
    const bodies = [
      'if err := godotenv.Load(); err != nil {\n\t\tlog.Fatal("no .env")\n\t}',
      'err := godotenv.Load(".env")\n\tif err != nil {\n\t\tpanic(err)\n\t}',
    ];
    for (const body of bodies)
      assert.deepEqual(told(body), ['the program ends without .env, which no image holds: mount your .e']);
    assert.deepEqual(told(bodies[0]!, { '.env.example': 'A=b\n' }), [
      'the program ends without .env, which no image holds (.env.example ',
    ]);
  });
  it('does without it', () => {
    for (const body of [
      '_ = godotenv.Load()',
      'if err := godotenv.Load(); err != nil {\n\t\tlog.Println(err)\n\t}',
    ])
      assert.deepEqual(told(body), []);
  });
});

describe('go: a flag that leads out of the folder of the program', () => {
  const conf = program(
    'flag.StringVar(&conf, "conf", "../../configs", "x")\n\thttp.ListenAndServe(addr, nil)',
    'flag',
    'net/http',
  );
  const configs = {
    'configs/config.yaml': 'server:\n  http:\n    addr: 0.0.0.0:8000\ndata:\n  addr: 127.0.0.1:6379\n',
  };
  it('is given the same place as seen from the root', () => {
    const facts = detect({ 'cmd/server/main.go': conf, ...configs });
    const { arguments: words, runtimeFolders } = details(facts);
    assert.deepEqual([words, runtimeFolders, facts.port?.value], [['-conf=configs'], ['configs'], 8000]);
  });
  it('leads nowhere', () => {
    assert.deepEqual(details(detect({ 'cmd/server/main.go': conf })).arguments, []);
    assert.deepEqual(details(detect({ 'main.go': conf, ...configs })).arguments, []);
  });
});

describe('go: databases that it writes', () => {
  it('the key of a setting is no file', () => {
    const source = `${main}\ntype settings struct {\n\tDB string \`json:"cache.db"\`\n}\n\nconst RedisDB Key = "redis.db"\n\nvar file = "shop.db"\n`;
    assert.deepEqual(
      details(detect({ 'main.go': source })).written.databases.map(({ value }) => value),
      ['shop.db'],
    );
  });
  it('the end of a path that begins elsewhere is no file of its own', () => {
    const constants = '\nconst stateName = "index.db"\nconst own = "shop.db"\n';
    const source = program('open(filepath.Join(base(dir), stateName)); open(own)') + constants;
    assert.deepEqual(
      details(detect({ 'main.go': source })).written.databases.map(({ value }) => value),
      ['shop.db'],
    );
  });
  it('neither is one of a table, nor one below a folder that a flag names', () => {
    const body =
      'flag.StringVar(&dir, "data", "data", "x")\n\ta(map[string]t{"cache.redis.db": {}}); b(conf.GetInt("x.db")); open(filepath.Join(dir, "shop.db"))';
    const { written } = details(detect({ 'main.go': program(body, 'flag') }));
    assert.deepEqual([written.folders.map(({ value }) => value), written.databases], [['data'], []]);
  });
});

describe('go: modules that a build can not read', () => {
  it('a list from before modules is named', () => {
    assert.throws(
      () => go.detect(memoryProject({ 'Gopkg.toml': '', 'main.go': program('b.C()', 'github.com/a/b') })),
      {
        code: 'no-go-module',
        message: /Gopkg\.toml: .* dep/,
      },
    );
  });
  const outside = `${mod}\nrequire x v0.0.0\n\nreplace x => ../x\n`;
  it('one beside the folder is refused', () => {
    assert.throws(() => detect({ 'go.mod': outside, 'main.go': main }), {
      code: 'module-outside',
      message: /go\.mod:7: \.\.\/x lies outside/,
    });
  });
  it('the commands are given where both are here', () => {
    const root = memoryProject({
      'api/go.mod': `${mod}\nrequire x v0.0.0\n\nreplace x => ../libs/x\n`,
      'api/main.go': main,
      'libs/x/go.mod': 'module x\n',
    });
    assert.throws(() => go.detect(root.below('api'), null, { root, folder: 'api' }), {
      code: 'module-outside',
      hint: /^run go work init \.\/api \.\/libs\/x at the root.*--app api/,
    });
  });
  it('its copy among vendored modules is enough', () => {
    assert.doesNotThrow(() => detect({ 'go.mod': outside, 'main.go': main, 'vendor/modules.txt': '' }));
  });
  it("one of a company's own host is told", () => {
    const files = { 'go.mod': `${mod}\nrequire gitlab.shop.example/team/lib v1.0.0\n`, 'main.go': main };
    assert.deepEqual(
      detect(files).warnings.map(({ code, source }) => [code, source]),
      [['BI127', 'go.mod:5']],
    );
  });
});
