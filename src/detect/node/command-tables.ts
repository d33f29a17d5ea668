/** A program of a dependency that serves in production. */
export interface ServerProgram {
  /** The package that brings it. */
  readonly dependency: string;
  /** Its JavaScript below node_modules: started by `node`, it needs neither a shell nor `env`. */
  readonly script: string;
  /** Where it lay in releases before a major version. */
  readonly earlier?: { readonly before: number; readonly script: string };
  /** What it has to be told to be reached from outside of the container. */
  readonly environment?: Readonly<Record<string, string>>;
  /** The option by which it listens elsewhere than on loopback. */
  readonly hostOption?: { readonly name: string; readonly value: string };
  /** Ends on SIGTERM by itself, as its project documents it. */
  readonly handlesSigterm: boolean;
  /** The script among its words is the program that it serves. */
  readonly servesFile?: boolean;
  /** Releases from this major version on have no such command. */
  readonly until?: number;
  readonly port: number | null;
}

const anywhere = { name: '--host', value: '0.0.0.0' } as const;

/** By the name that stands in a script. */
export const serverPrograms: Readonly<Record<string, ServerProgram>> = {
  next: { dependency: 'next', script: 'next/dist/bin/next', handlesSigterm: true, port: 3000 },
  'remix-serve': {
    dependency: '@remix-run/serve',
    script: '@remix-run/serve/dist/cli.js',
    handlesSigterm: true,
    port: 3000,
  },
  'react-router-serve': {
    dependency: '@react-router/serve',
    script: '@react-router/serve/bin.js',
    handlesSigterm: true,
    port: 3000,
  },
  // https://github.com/fastify/fastify-cli#options: it listens on loopback wherever it does not see Docker.
  fastify: {
    dependency: 'fastify-cli',
    script: 'fastify-cli/cli.js',
    environment: { FASTIFY_ADDRESS: '0.0.0.0' },
    handlesSigterm: true,
    port: 3000,
  },
  strapi: {
    dependency: '@strapi/strapi',
    script: '@strapi/strapi/bin/strapi.js',
    handlesSigterm: true,
    port: 1337,
  },
  // https://v2.nuxt.com/docs/get-started/commands
  nuxt: {
    dependency: 'nuxt',
    script: 'nuxt/bin/nuxt.js',
    environment: { HOST: '0.0.0.0' },
    until: 3,
    handlesSigterm: false,
    port: 3000,
  },
  // https://srvx.h3.dev/guide/cli
  srvx: {
    dependency: 'srvx',
    script: 'srvx/bin/srvx.mjs',
    servesFile: true,
    handlesSigterm: false,
    port: 3000,
  },
  serve: {
    dependency: 'serve',
    script: 'serve/build/main.js',
    earlier: { before: 14, script: 'serve/bin/serve.js' },
    handlesSigterm: true,
    port: 3000,
  },
  'http-server': {
    dependency: 'http-server',
    script: 'http-server/bin/http-server',
    handlesSigterm: true,
    port: 8080,
  },
  'functions-framework': {
    dependency: '@google-cloud/functions-framework',
    script: '@google-cloud/functions-framework/build/src/main.js',
    handlesSigterm: false,
    port: 8080,
  },
  'moleculer-runner': {
    dependency: 'moleculer',
    script: 'moleculer/bin/moleculer-runner.js',
    handlesSigterm: true,
    port: null,
  },
  probot: { dependency: 'probot', script: 'probot/bin/probot.js', handlesSigterm: false, port: 3000 },
  'json-server': {
    dependency: 'json-server',
    script: 'json-server/lib/bin.js',
    earlier: { before: 1, script: 'json-server/lib/cli/bin.js' },
    hostOption: anywhere,
    handlesSigterm: false,
    port: 3000,
  },
  sirv: {
    dependency: 'sirv-cli',
    script: 'sirv-cli/bin.js',
    hostOption: anywhere,
    handlesSigterm: false,
    port: 8080,
  },
  // https://verdaccio.org/docs/cli: it listens on loopback unless it is told.
  verdaccio: {
    dependency: 'verdaccio',
    script: 'verdaccio/bin/verdaccio',
    hostOption: { name: '--listen', value: '0.0.0.0:4873' },
    handlesSigterm: true,
    port: 4873,
  },
  'node-red': { dependency: 'node-red', script: 'node-red/red.js', handlesSigterm: true, port: 1880 },
  directus: { dependency: 'directus', script: 'directus/cli.js', handlesSigterm: true, port: 8055 },
  'parse-server': {
    dependency: 'parse-server',
    script: 'parse-server/bin/parse-server',
    handlesSigterm: true,
    port: 1337,
  },
  // https://docs.stoplight.io/docs/prism/674b27b261c3c-prism-overview
  prism: {
    dependency: '@stoplight/prism-cli',
    script: '@stoplight/prism-cli/dist/index.js',
    hostOption: anywhere,
    handlesSigterm: false,
    port: 4010,
  },
  peerjs: { dependency: 'peer', script: 'peer/dist/bin/peerjs.js', handlesSigterm: true, port: 9000 },
  'cds-serve': {
    dependency: '@sap/cds',
    script: '@sap/cds/bin/serve.js',
    handlesSigterm: true,
    port: 4004,
  },
};

/** Programs that run TypeScript (or tomorrow's JavaScript) without a build, and how `node` loads them. */
export const sourceLoaders: Readonly<
  Record<string, { readonly dependency: string; readonly flags: readonly string[] }>
> = {
  tsx: { dependency: 'tsx', flags: ['--import', 'tsx'] },
  'ts-node': { dependency: 'ts-node', flags: ['--require', 'ts-node/register'] },
  'ts-node-esm': { dependency: 'ts-node', flags: ['--loader', 'ts-node/esm'] },
  'ts-node-dev': { dependency: 'ts-node', flags: ['--require', 'ts-node/register'] },
  tsnd: { dependency: 'ts-node', flags: ['--require', 'ts-node/register'] },
  'babel-node': { dependency: '@babel/register', flags: ['--require', '@babel/register'] },
  'swc-node': { dependency: '@swc-node/register', flags: ['--require', '@swc-node/register'] },
  esno: { dependency: 'tsx', flags: ['--import', 'tsx'] },
};

/** Watchers and process managers: what they start is what runs. */
export const watchers: ReadonlySet<string> = new Set([
  'nodemon',
  'node-dev',
  'supervisor',
  'forever',
  'pm2',
  'pm2-runtime',
  'pm2-docker',
]);

/** Words that stand before a command and only set its environment. */
export const wrappers: ReadonlySet<string> = new Set([
  'cross-env',
  'cross-env-shell',
  'env',
  'exec',
  'dotenv',
  'dotenvx',
  'env-cmd',
  'npx',
  'pnpx',
  'bunx',
  'command',
  'dumb-init',
  'tini',
]);

/** What runs other commands: where it led to no program, it is none itself. */
export const commandRunners: ReadonlySet<string> = new Set(['npm', 'npx', 'pnpm', 'pnpx', 'yarn', 'bunx']);

/** Servers for development and steps of a build: nothing that serves in production. */
export const developmentCommands: readonly RegExp[] = [
  /^(vite|ng|react-scripts|craco|react-app-rewired|rescripts|vue-cli-service|webpack-dev-server|live-server|browser-sync|expo|electron|electron-forge|electron-vite|electron-builder|tauri|storybook|start-storybook|parcel|gatsby|docusaurus|vitepress|vuepress|eleventy|react-native|quasar|ember|hexo|umi|max|ionic|cap|ns|meteor|plasmo|wxt|lite-server|concurrently|wait-on|turbo|nx|lerna|wrangler|netlify|vercel|firebase|func|sls|serverless|sst|docker|docker-compose|podman|make|grunt|gulp|nps|open|xdg-open|hugo|slidev|web-dev-server|wds|es-dev-server|snowpack|wp-scripts|neu|nw|arc|web-ext|shopify|n8n-node|sst)\b/,
  /^(next|nuxt|nuxi|astro|remix|react-router|svelte-kit|vinxi|nitro|webpack|rsbuild|farm|strapi|fastify|keystone|medusa|waku|vike|blitz|sanity|analog|preact|rspack|slidev|rsbuild) (dev|develop|serve|preview|watch)\b/,
  // `trigger dev`, `mastra dev`; `node dev` starts a file of that name.
  /^(?!(?:node|nodejs|tsx|ts-node|nodemon)\b)[\w-]+ (?:dev|develop)\b/,
  // Each has a server of its own in production; these compile first, with what a production install lacks.
  /^(nest|nuxi|vinxi|webpack) start\b/,
  /^(next|nuxt|nuxi|astro|remix|nest)$/,
  /^echo\b/,
  /^exit\b/,
];

/** Steps before the start that a container's build has already done. */
export const buildSteps =
  /^(tsc|tspc|tsup|tsdown|nest build|esbuild|swc|babel|webpack|rollup|vite build|ncc|unbuild|next build|vike build|blitz build|keystone build|nuxt build|nuxi build|astro build|remix|react-router build|rimraf|rm|mkdir|cp|copyfiles|cpx|shx|echo|clear|cls|set|sleep|(npm|pnpm|yarn|bun)( run)? (build|compile|clean|lint|install|ci|i)\b.*|(npm|pnpm|yarn|bun) (i|ci|install)|yarn$|prisma generate|(npx|pnpm exec|yarn) (tsc|prisma generate))\b/;
