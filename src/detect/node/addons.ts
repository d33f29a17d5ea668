/** A package that brings machine code, or a program that is machine code. */
export interface Addon {
  /**
   * Does it run on musl: by a build that its authors publish (or because it is always compiled where it is
   * installed), not at all, or is that not known?
   */
  readonly musl: 'yes' | 'no' | 'unknown';
  /** Does its install run a C compiler: never, where no published build fits, or always? */
  readonly compiles: 'never' | 'fallback' | 'always';
}

const carried: Addon = { musl: 'yes', compiles: 'never' };
const downloaded: Addon = { musl: 'yes', compiles: 'fallback' };
const compiled: Addon = { musl: 'yes', compiles: 'always' };
const glibcOnly: Addon = { musl: 'no', compiles: 'never' };
const glibcOrCompiled: Addon = { musl: 'no', compiles: 'fallback' };
const unsettled: Addon = { musl: 'unknown', compiles: 'fallback' };

/** Well-known add-ons, by what their authors publish. Packages whose lock file tells as much are not here. */
export const addons: Readonly<Record<string, Addon>> = {
  // Published builds for both C libraries lie in the package or in its optional dependencies.
  argon2: carried,
  '@node-rs/argon2': carried,
  '@node-rs/bcrypt': carried,
  sharp: carried,
  '@prisma/client': carried,
  '@napi-rs/canvas': carried,
  'skia-canvas': carried,
  '@libsql/client': carried,
  'aws-crt': carried,
  lmdb: carried,
  'classic-level': carried,
  couchbase: carried,
  zeromq: carried,
  usb: carried,
  '@serialport/bindings-cpp': carried,
  '@sentry/profiling-node': carried,
  'dd-trace': carried,
  '@confluentinc/kafka-javascript': carried,

  // A published build for both is fetched, and compiled where none fits the version of Node.js.
  bcrypt: downloaded,
  'better-sqlite3': downloaded,
  sqlite3: downloaded,
  'node-sass': downloaded,
  re2: downloaded,
  leveldown: downloaded,
  bufferutil: downloaded,
  'utf-8-validate': downloaded,
  serialport: downloaded,

  // Nobody publishes a build: compiled where it is installed, for the C library that is there.
  'node-rdkafka': compiled,
  'node-pty': compiled,
  'pg-native': compiled,
  libpq: compiled,
  'hnswlib-node': compiled,
  farmhash: compiled,
  grpc: compiled,
  'modern-syslog': compiled,
  'unix-dgram': compiled,
  'node-expat': compiled,
  heapdump: compiled,
  microtime: compiled,
  posix: compiled,
  'cpu-features': compiled,

  // Machine code for glibc alone.
  puppeteer: glibcOnly,
  playwright: glibcOnly,
  'playwright-core': glibcOnly,
  'playwright-chromium': glibcOnly,
  'playwright-firefox': glibcOnly,
  'playwright-webkit': glibcOnly,
  '@playwright/test': glibcOnly,
  '@sparticuz/chromium': glibcOnly,
  chromedriver: glibcOnly,
  cypress: glibcOnly,
  electron: glibcOnly,
  'onnxruntime-node': glibcOnly,
  '@xenova/transformers': glibcOnly,
  '@tensorflow/tfjs-node': glibcOnly,
  '@tensorflow/tfjs-node-gpu': glibcOnly,
  'uWebSockets.js': glibcOnly,
  '@temporalio/worker': glibcOnly,
  '@temporalio/core-bridge': glibcOnly,
  ibm_db: glibcOnly,
  workerd: glibcOnly,
  duckdb: glibcOrCompiled,
  canvas: glibcOrCompiled,
  gl: glibcOrCompiled,
  nodegit: glibcOrCompiled,
  wrtc: glibcOnly,
  '@roamhq/wrtc': glibcOnly,
  realm: glibcOnly,
  'faiss-node': glibcOnly,

  'isolated-vm': unsettled,
  '@louislam/sqlite3': unsettled,
  mediasoup: unsettled,
  kerberos: unsettled,
  'mongodb-client-encryption': unsettled,
  libxmljs: unsettled,
  libxmljs2: unsettled,
  odbc: unsettled,
  msnodesqlv8: unsettled,
  rocksdb: unsettled,
  'node-llama-cpp': unsettled,
  'tree-sitter': unsettled,
  deasync: unsettled,
};

/** Tools by which an add-on is compiled or its build is fetched: a package with an install script that depends on one brings machine code. */
export const addonTools: ReadonlySet<string> = new Set([
  'nan',
  'node-addon-api',
  'bindings',
  'node-gyp',
  'node-gyp-build',
  'prebuild-install',
  '@mapbox/node-pre-gyp',
  'node-pre-gyp',
  'cmake-js',
]);
