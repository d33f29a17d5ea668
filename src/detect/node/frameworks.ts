import { siteFrameworks } from './site-frameworks.js';
import { telemetry } from './telemetry.js';

/** What is known about a framework or server: who it is, and what it does where the project says nothing. */
export interface Framework {
  readonly id: string;
  /** The dependency that gives it away. */
  readonly dependency: string;
  /** Its own default port, null where it has none. */
  readonly port: number | null;
  /** Reads its port from `PORT` by itself. */
  readonly readsPort?: boolean;
  /** What its server has to be told to be reached from outside of the container. */
  readonly environment?: Readonly<Record<string, string>>;
  /** What serves in production, where no script says so. */
  readonly start?: string;
  /** The server ends on SIGTERM without the app's help. */
  readonly handlesSigterm?: boolean;
  /** Where its build puts what is served. */
  readonly output?: string;
  /** What builds, where no script says so. */
  readonly build?: string;
  /** Its build's output holds all dependencies. */
  readonly bundles?: boolean;
  /** Found among the dev dependencies too: its build needs no trace of it at run time. */
  readonly builds?: boolean;
  /** The folder of a static site that its build makes where no server is started. */
  readonly staticOutput?: string;
  /** What its site answers with for paths that are no files: the first of these pages that is there. Absent: nothing. */
  readonly fallbacks?: readonly string[];
  /** Documents beside the code: it counts only where nothing else is started. */
  readonly documents?: boolean;
  /** The script that builds calls this, whatever its name is. */
  readonly builtBy?: RegExp;
  /** What its build writes is a whole app of its own, which looks for its files from there. */
  readonly runsInOutput?: boolean;
  /** Folders below its build's output that its server writes to. */
  readonly writes?: readonly string[];
  /** Folders from the app's root that its server writes to as it is set up by its starter. */
  readonly writesBeside?: readonly string[];
  /** What its users should know of an image that is made so. */
  readonly caution?: string;
  /** What its build has to be told. */
  readonly buildEnvironment?: readonly BuildSetting[];
}

/** A variable that a build reads, and a sentence on why it is set. */
export interface BuildSetting {
  readonly name: string;
  readonly value: string;
  readonly because: string;
}

/**
 * From the most specific to the most general, the first hit counts: a Next.js app often has Express too,
 * an Express app often has Vite. Ports and signals are as the projects document them; none was tried here unless the image tests have it.
 */
export const frameworks: readonly Framework[] = [
  // Both have a server of their own before that of Next.js.
  { id: 'keystone', dependency: '@keystone-6/core', port: 3000, readsPort: true },
  { id: 'medusa', dependency: '@medusajs/medusa', port: 9000, readsPort: true },
  {
    id: 'next',
    dependency: 'next',
    build: 'next build',
    port: 3000,
    readsPort: true,
    start: 'next start',
    // https://nextjs.org/docs/app/guides/self-hosting: pictures in other sizes, answers of other services.
    writes: ['cache'],
    buildEnvironment: telemetry('NEXT_TELEMETRY_DISABLED'),
    handlesSigterm: true,
    output: '.next',
    builds: true,
  },
  {
    id: 'nuxt',
    dependency: 'nuxt',
    build: 'nuxt build',
    buildEnvironment: telemetry('NUXT_TELEMETRY_DISABLED'),
    bundles: true,
    port: 3000,
    readsPort: true,
    start: 'node .output/server/index.mjs',
    handlesSigterm: true,
    output: '.output',
    builds: true,
  },
  {
    id: 'strapi',
    dependency: '@strapi/strapi',
    port: 1337,
    readsPort: true,
    start: 'strapi start',
    // The database of its starter, and what people upload.
    writesBeside: ['.tmp', 'public/uploads'],
    handlesSigterm: true,
  },
  { id: 'nest', dependency: '@nestjs/core', port: 3000, start: 'node dist/main.js' },
  {
    id: 'adonisjs',
    dependency: '@adonisjs/core',
    environment: { HOST: '0.0.0.0' },
    port: 3333,
    readsPort: true,
    start: 'node build/server.js',
    handlesSigterm: true,
    output: 'build',
    // https://docs.adonisjs.com/guides/getting-started/deployment
    runsInOutput: true,
  },
  {
    id: 'remix',
    dependency: '@remix-run/serve',
    port: 3000,
    readsPort: true,
    start: 'remix-serve build/server/index.js',
    handlesSigterm: true,
    output: 'build',
  },
  {
    id: 'react-router',
    dependency: '@react-router/serve',
    port: 3000,
    readsPort: true,
    start: 'react-router-serve build/server/index.js',
    handlesSigterm: true,
    output: 'build',
  },
  {
    id: 'sveltekit',
    dependency: '@sveltejs/adapter-node',
    build: 'vite build',
    port: 3000,
    readsPort: true,
    start: 'node build/index.js',
    handlesSigterm: true,
    output: 'build',
    builds: true,
  },
  {
    id: 'sveltekit',
    dependency: '@sveltejs/adapter-static',
    build: 'vite build',
    port: null,
    output: 'build',
    builds: true,
    staticOutput: 'build',
  },
  {
    id: 'sveltekit',
    dependency: '@sveltejs/adapter-auto',
    build: 'vite build',
    port: 3000,
    readsPort: true,
    start: 'node build/index.js',
    handlesSigterm: true,
    output: 'build',
    builds: true,
    caution:
      'adapter-auto installs an adapter-node of its own choice in each build: make @sveltejs/adapter-node a development dependency and name it in the configuration',
    // https://svelte.dev/docs/kit/adapter-auto: no setting of its own names the adapter.
    buildEnvironment: [
      {
        name: 'GCP_BUILDPACKS',
        value: '1',
        because: 'The sign by which adapter-auto builds a server for Node.js.',
      },
    ],
  },
  { id: 'sveltekit', dependency: '@sveltejs/kit', port: null, builds: true },
  {
    id: 'astro',
    dependency: '@astrojs/node',
    environment: { HOST: '0.0.0.0' },
    build: 'astro build',
    buildEnvironment: telemetry('ASTRO_TELEMETRY_DISABLED'),
    port: 4321,
    readsPort: true,
    start: 'node dist/server/entry.mjs',
    output: 'dist',
    builds: true,
  },
  {
    id: 'solid-start',
    dependency: '@solidjs/start',
    bundles: true,
    port: 3000,
    readsPort: true,
    start: 'node .output/server/index.mjs',
    handlesSigterm: true,
    output: '.output',
    builds: true,
  },
  {
    id: 'tanstack-start',
    dependency: '@tanstack/react-start',
    bundles: true,
    port: 3000,
    readsPort: true,
    start: 'node .output/server/index.mjs',
    handlesSigterm: true,
    output: '.output',
    builds: true,
  },
  {
    id: 'nitro',
    dependency: 'nitropack',
    bundles: true,
    port: 3000,
    readsPort: true,
    start: 'node .output/server/index.mjs',
    handlesSigterm: true,
    output: '.output',
    builds: true,
  },
  {
    id: 'analog',
    dependency: '@analogjs/platform',
    build: 'vite build',
    bundles: true,
    port: 3000,
    readsPort: true,
    start: 'node dist/analog/server/index.mjs',
    handlesSigterm: true,
    output: 'dist/analog',
    builds: true,
  },
  {
    id: 'angular',
    dependency: '@angular/ssr',
    build: 'ng build',
    bundles: true,
    port: 4000,
    output: 'dist',
    buildEnvironment: telemetry('NG_CLI_ANALYTICS', 'false'),
  },
  {
    id: 'functions-framework',
    dependency: '@google-cloud/functions-framework',
    port: 8080,
    readsPort: true,
    start: 'functions-framework',
  },
  { id: 'directus', dependency: 'directus', environment: { HOST: '0.0.0.0' }, port: 8055, readsPort: true },
  { id: 'node-red', dependency: 'node-red', port: 1880, readsPort: true },
  { id: 'sails', dependency: 'sails', port: 1337, readsPort: true },
  { id: 'parse-server', dependency: 'parse-server', port: 1337 },
  { id: 'waku', dependency: 'waku', port: 8080, readsPort: true },
  { id: 'feathers', dependency: '@feathersjs/feathers', port: 3030 },
  { id: 'loopback', dependency: '@loopback/rest', port: 3000 },
  { id: 'fastify', dependency: 'fastify', port: null },
  { id: 'express', dependency: 'express', port: null },
  { id: 'koa', dependency: 'koa', port: null },
  { id: 'elysia', dependency: 'elysia', port: 3000 },
  { id: 'hono', dependency: 'hono', port: 3000 },
  { id: 'hapi', dependency: '@hapi/hapi', port: null },
  { id: 'polka', dependency: 'polka', port: null },
  { id: 'restify', dependency: 'restify', port: null },
  { id: 'h3', dependency: 'h3', port: 3000, readsPort: true },
  { id: 'apollo-server', dependency: '@apollo/server', port: 4000 },
  { id: 'graphql-yoga', dependency: 'graphql-yoga', port: 4000 },
  { id: 'socket.io', dependency: 'socket.io', port: null },
  { id: 'ws', dependency: 'ws', port: null },
  { id: 'remix', dependency: '@remix-run/dev', port: null, builds: true },
  { id: 'react-router', dependency: '@react-router/dev', port: null, builds: true },
  ...siteFrameworks,
];
