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
    ['for developers', { Makefile: 'all:\n\tgo build -tags=dev .\n\tgo build -tags=prod .\n' }, ['prod']],
    ['of variables', { Makefile: 'all:\n\tgo build -tags $(TAGS) .\n' }, []],
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

  it('what builds while somebody writes names the program', () => {
    const files = { 'cmd/seed/main.go': main, 'cmd/site/main.go': main };
    const air = '[build]\n  cmd = "go build -tags dev -o ./tmp/main ./cmd/site"\n';
    const found = details(detect({ ...files, '.air.toml': air }));
    assert.deepEqual([found.mainPackage, found.tags], ['./cmd/site', []]);
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
