import { ownPortVariable } from '../listening.js';
import { hinted, type Pattern } from '../pattern.js';
import { tagsDefault } from './quick-looks.js';

/** Groups: `host` (may be empty) and `port`. */
const address = String.raw`"(?<host>[\w.\-[\]:]{0,60}?):(?<port>\d{1,5})"`;
/** A port, or an address that ends in one; `127.0.0.1` is neither. */
const quotedPort = String.raw`"?(?:(?<host>[\w.\-]{0,60}):)?(?<port>\d{2,5})\b(?!\.)"?`;
const name = String.raw`(?:(?:(?:http|server|web|api|app|listen|bind)[.\-_]?){0,2}(?:p|port|addr|address|listen(?:er)?|bind)|http)`;
/** Names of variables that hold an address and a port. */
const addressVariable = String.raw`(?:(?:(?:HTTP|SERVER|APP|API|WEB|SERVICE|GRPC)_)?(?:LISTEN|BIND|ADDR)(?:_?ADDR(?:ESS)?|ESS)?|[A-Z]{2,20}(?:_[A-Z]{2,20})?_(?:LISTEN|BIND)_ADDR(?:ESS)?)`;

/** Names of variables that hold the host to listen on, and nothing else. */
const hostVariable = String.raw`(?:\w{1,20}_)?(?:LISTEN|BIND)(?:_\w{1,12})?|(?:(?:HTTP|SERVER|APP|API|WEB)_)?(?:HOST|IP)`;
const closedHost = String.raw`(?:127\.0\.0\.1|localhost)`;

/** Inside the braces of a literal, with those of lists in it. */
const inLiteral = String.raw`(?:[^{}]|\{[^{}]{0,80}\})`;

/** Quick looks that several patterns below begin with. */
const writesAddress = /:\d{1,5}"/;
const writesClosedHost = new RegExp(`"${closedHost}"`);
const namesFlag = new RegExp(String.raw`"${name}(?:,[^"\n]{0,40})?"\s*,`);
const callsDefault = /efault\(/;
const listensSomehow = /Listen|Serve[T(]|p\.Server|Run\(|RunTLS|Start\(/;

/** An environment variable with the port used where it isn't set, surest first. */
export const fallbacks: readonly Pattern[] = [
  // port := os.Getenv("PORT"); if port == "" { port = "8080" }
  hinted(
    /os\.(?:Getenv|LookupEnv)/,
    String.raw`\b(?<name>\w+)\s*(?:,\s*\w+\s*)?:?=\s*os\.(?:Getenv|LookupEnv)\(\s*"(?<variable>${ownPortVariable})"\s*\)` +
      String.raw`[^"]{0,120}(?:""[^"]{0,120})?\k<name>\s*=\s*":?(?<port>\d{1,5})"`,
  ),
  // getEnv("PORT", "8080"), cmp.Or(os.Getenv("PORT"), "8080")
  hinted(/PORT"/, String.raw`\(\s*"(?<variable>${ownPortVariable})"\s*\)?\s*,\s*"?:?(?<port>\d{1,5})"?\s*\)`),
  // `env:"PORT" envDefault:"8080"`, `envconfig:"PORT" default:"8080"`, `env:"PORT" env-default:"8080"`
  hinted(
    tagsDefault,
    // With long:"port" before it, it is one of go-flags, whose groups put a word before its name.
    String.raw`(?<!\blong:"[\w.-]{1,40}"\s{1,4})\benv(?:config)?:"(?<variable>${ownPortVariable})[^"\n]{0,60}"[^\n\x60]{0,120}\b(?:env-?[dD]|d)efault:":?(?<port>\d{1,5})"`,
  ),
  hinted(
    tagsDefault,
    String.raw`\b(?:env-?[dD]|d)efault:":?(?<port>\d{1,5})"[^\n\x60]{0,120}\benv(?:config)?:"(?<variable>${ownPortVariable})[^"\n]{0,60}"`,
  ),
];

/** An environment variable with the whole address: getEnv("LISTEN_ADDR", "localhost:8080"). */
export const addressFallbacks: readonly Pattern[] = [
  // addr := os.Getenv("LISTEN_ADDR"); if addr == "" { addr = ":8080" }
  hinted(
    writesAddress,
    String.raw`\b(?<name>\w+)\s*(?:,\s*\w+\s*)?:?=\s*os\.(?:Getenv|LookupEnv)\(\s*"(?<variable>${addressVariable})"\s*\)` +
      String.raw`[^"]{0,120}(?:""[^"]{0,120})?\k<name>\s*=\s*${address}`,
  ),
  hinted(writesAddress, String.raw`\(\s*"(?<variable>${addressVariable})"\s*\)?\s*,\s*${address}\s*\)`),
  hinted(
    writesAddress,
    String.raw`\benv(?:config)?:"(?<variable>${addressVariable})[^"\n]{0,60}"[^\n\x60]{0,120}\b(?:env-?[dD]|d)efault:${address}`,
  ),
];

/** An environment variable with a host that only the machine itself reaches: getEnv("HOST", "127.0.0.1"). */
export const closedHosts: readonly Pattern[] = [
  hinted(writesClosedHost, String.raw`\(\s*"(?<variable>${hostVariable})"\s*\)?\s*,\s*"${closedHost}"\s*\)`),
  hinted(
    writesClosedHost,
    String.raw`\b(?:env-?[dD]|d)efault:"${closedHost}"[^\n\x60]{0,120}\benv(?:config)?:"(?<variable>${hostVariable})["',]`,
  ),
  hinted(
    writesClosedHost,
    String.raw`\benv(?:config)?:"(?<variable>${hostVariable})["',][^\n\x60]{0,120}\b(?:env-?[dD]|d)efault:"${closedHost}"`,
  ),
];

/** A flag of go-flags with the host alone: `long:"bind" default:"localhost"`. */
export const closedFlags: readonly Pattern[] = [
  hinted(
    writesClosedHost,
    String.raw`\blong:"(?<name>bind|listen|(?:http|listen|bind|web)-(?:host|addr|address))"[^\n\x60]{0,120}\bdefault:"${closedHost}"`,
  ),
];

/** A table of settings with their defaults, some lines long; weaker than all others. */
export const addressTables: readonly Pattern[] = [
  hinted(
    writesAddress,
    String.raw`"(?<variable>${addressVariable})"[^"]{0,120}"(?<host>[\w.\-]{0,60}):(?<port>\d{2,5})"`,
  ),
];

/** Flags and tagged settings: what a person who starts the program may change. */
export const flags: readonly Pattern[] = [
  // flag.String("addr", ":8080", …), pflag.IntP("port", "p", 8080, …)
  hinted(
    namesFlag,
    String.raw`\b(?<flags>\w{1,20})(?:\(\))?\.(?:String|Int|Uint|Uint16)(?:Var)?P?\(\s*(?:&[\w.]{1,60},\s*)?"(?<name>${name})"\s*,\s*(?:"\w?"\s*,\s*)?${quotedPort}`,
  ),
  // flag.StringVar(&port, "port", getEnv("SHOP_PORT_NUMBER", "8080"), …)
  hinted(
    namesFlag,
    String.raw`\b(?<flags>\w{1,20})(?:\(\))?\.(?:String|Int|Uint|Uint16)(?:Var)?P?\(\s*(?:&[\w.]{1,60},\s*)?"(?<name>${name})"\s*,\s*(?:"\w?"\s*,\s*)?[\w.]{1,40}\(\s*"[^"\n]{1,60}"\s*,\s*${quotedPort}`,
  ),
  // &cli.IntFlag{Name: "port", Value: 8080}
  hinted(
    namesFlag,
    String.raw`\b\w{1,10}Flag\{${inLiteral}{0,200}?\bName:\s*"(?<name>${name})(?:,[^"\n]{0,40})?"${inLiteral}{0,300}?\bValue:\s*${quotedPort}(?:[^{}]{0,200}?\bEnvVars?:\s*(?:\[\]string\{\s*)?"(?<variable>\w{1,60})")?`,
  ),
  // kingpin.Flag("web.listen-address", "…").Default(":8080")
  hinted(namesFlag, String.raw`\.Flag\(\s*"(?<name>${name})"[^{}]{0,200}?\.Default\(\s*${quotedPort}`),
  // flagString("web.listen-address", "Where it listens", ":8080")
  hinted(
    namesFlag,
    String.raw`\b\w{0,20}[fF]lag\w{0,20}\(\s*"(?<name>${name})"\s*,\s*"[^"\n]{0,200}"\s*,\s*${quotedPort}`,
  ),
  // `env:"SHOP_SERVER_PORT,default=4080"`
  hinted(
    /_PORT,/,
    String.raw`\benv:"\w{0,40}?(?:SERVER|HTTP|LISTEN|APP|WEB|API)_PORT,\s{0,4}default=(?<port>\d{2,5})`,
  ),
  // Port int `default:"8080"`, Addr string `arg:"env:SHOP_ADDR" default:":8080"`
  // A switch has its own default:, with nothing right behind it.
  hinted(
    tagsDefault,
    String.raw`\b(?:\w{0,20}Port|(?:Listen|Bind|HTTP)?Addr(?:ess)?)\s+\w+\s+\x60[^\x60\n]{0,120}\b(?:env-?[dD]|d)efault:${quotedPort}`,
  ),
];

/** A flag of Go's own package whose default is no more than a port of this machine, whatever it is called: flag.String("l", ":8080", …). */
const addressFlag = (called: string): Pattern =>
  hinted(
    writesAddress,
    String.raw`\b\w{1,20}(?:\(\))?\.String(?:Var)?P?\(\s*(?:&[\w.]{1,60},\s*)?"${called}"\s*,\s*(?:"\w?"\s*,\s*)?":(?<port>\d{2,5})"`,
  );

/** What such flags are called; those beside the server itself come last, profilers and probes never. */
export const addressFlags: readonly Pattern[] = [
  addressFlag(String.raw`(?![\w.\-]*(?:prof|debug|probe|health|metric|admin|peer))[\w.\-]{1,40}`),
  addressFlag(String.raw`(?![\w.\-]*(?:prof|debug|probe|health|peer))[\w.\-]{1,40}`),
];

/** An address or port that stands in a call which listens. */
export const listeners: readonly Pattern[] = [
  hinted(
    writesAddress,
    // What only sends everybody to HTTPS is not the program's own port.
    String.raw`\bListenAndServe(?:TLS)?\(\s*${address}(?!\s*,\s*(?:\w{1,20}\.HTTPHandler\(|http\.HandlerFunc\(func\([^{}]{0,80}\{\s*http\.Redirect\())`,
  ),
  hinted(writesAddress, String.raw`\bAddr:\s*${address}`),
  hinted(writesAddress, String.raw`\.(?:Run|RunTLS|Start|StartTLS|Listen|ListenTLS)\(\s*${address}`),
  // webflag.AddFlags(kingpin.CommandLine, ":9115"): https://github.com/prometheus/exporter-toolkit
  hinted(writesAddress, String.raw`flags?\.AddFlags\(\s*[\w.()]{1,60}\s*,\s*${address}`),
  hinted(writesAddress, String.raw`\bListen\(\s*(?:[\w.()]{1,60},\s*)?"tcp[46]?"\s*,\s*${address}`),
];

/** A setting with a name like a port's. Weaker: it may be the port of something else. */
export const settings: readonly Pattern[] = [
  // viper.SetDefault("server.port", 8080)
  hinted(
    callsDefault,
    String.raw`\bSetDefault\(\s*"(?:\w{1,30}\.)?(?:(?:http|server|app|web|listen)_)?(?:port|addr|address|listen)"\s*,\s*${quotedPort}`,
    'gi',
  ),
  // koanf's map[string]any{"server.port": 8080}
  hinted(/\.(?:port|addr)/, String.raw`"(?:http|server|app|web)\.(?:port|addr|address)"\s*:\s*${quotedPort}`),
  // Server{HTTPPort: 8080}
  hinted(/Port:/, String.raw`\b(?:HTTP|Http|Server|Web|API|Api)Port:\s*${quotedPort}`),
  // netip.AddrPortFrom(netip.IPv4Unspecified(), 8080)
  hinted(
    /Unspecified\(\)/,
    String.raw`\bAddrPortFrom\(\s*[\w.]{1,40}Unspecified\(\)\s*,\s*(?<port>\d{2,5})\b`,
  ),
  // Server{Port: 8080}
  hinted(/Port:/, String.raw`\bPort:\s*${quotedPort}`),
  // Settings{Listen: ":8080"}
  hinted(
    writesAddress,
    String.raw`\b(?:HTTP|Server|Web|API)?(?:Listen|Bind)?(?:Addr(?:ess)?|Listen|Bind):\s*${address}`,
  ),
  // Settings{HTTP: ":8080"}, url.URL{Host: ":8080"}
  hinted(writesAddress, String.raw`\b(?:Host|HTTP|Http):\s*":(?<port>\d{2,5})"`),
  // ServiceInterface.setDefault(":8080")
  hinted(
    callsDefault,
    String.raw`\b\w{0,20}(?:Interface|Listen|Addr(?:ess)?|Port)\.(?:set)?[dD]efault\(\s*${quotedPort}`,
  ),
  // HTTPListen = "[::]:8025"
  hinted(writesAddress, String.raw`\b(?:HTTP|Web|API)(?:Listen|Bind|Addr(?:ess)?)\s*=\s*${address}`),
  // c.HTTPPort = "8080"
  hinted(/Port\s*=/i, String.raw`\b\w{1,20}\.(?:HTTP|Server|Web|Listen)Port\s*=\s*${quotedPort}`, 'gi'),
  // const DefaultPort = 8080, DefaultListenHTTP = ":80"
  hinted(
    /default_?(?:http|server|web|api|bind|port|addr|listen)/i,
    String.raw`\bdefault_?(?:HTTP_?|Server_?|Web_?|API_?|Bind_?|Listen_?)?(?:Port|Addr(?:ess)?|Listen\w{0,12})\s*(?:\w{3,6}\s*)?:?=\s*${quotedPort}`,
    'gi',
  ),
];

/** const addr = ":8080": weaker still, so only in a file that listens. */
export const assignment = hinted(
  /(?:port|addr|address)\s*(?:\w+\s*)?:?=/i,
  // What belongs to a part of the settings is that part's.
  String.raw`(?<!\.\w{1,40}\.)\b(?:(?:default|http|server|listen|web|app|api)_?)?(?:port|addr|address)\s*(?:(?:string|u?int\d*)\s*)?:?=\s*${quotedPort}[ \t]*\n`,
  'gi',
);

/** A call that makes a program a server. */
export const listens = hinted(
  listensSomehow,
  String.raw`\b(?:ListenAndServe|Listen|Serve|RunTLS)(?:TLS)?\(|\bhttp\.Server\b|\.(?:Run|Start)\(\s*[":\w*]`,
);

/** As `listens`, but nothing that a program which only calls others has: `app.Run(os.Args)`. */
export const openly = hinted(
  listensSomehow,
  String.raw`\b(?:ListenAndServe|Listen|Serve|RunTLS)(?:TLS)?\(|\bhttp\.Server\{|\.(?:Run|Start)\(\s*(?:"|\)|\w*(?:[aA]ddr|[pP]ort|[lL]isten))`,
);

/** gin's Run() without an address. https://pkg.go.dev/github.com/gin-gonic/gin#Engine.Run */
export const ginRun = hinted(
  /\.Run\(/,
  // Queues, jobs and commands have a Run of their own.
  String.raw`(?:\b(?:r|g|e|s|\w{0,20}(?:router|engine|routes?|gin)|app|server|srv|api)|\))\.Run\(\s*\)`,
  'gi',
);

/** PORT that is read, whatever follows. */
export const portRead = hinted(/PORT"/, String.raw`\b(?:Getenv|LookupEnv)\(\s*"(?<variable>PORT)"`);
