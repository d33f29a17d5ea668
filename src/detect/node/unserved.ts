import type { Fact } from '../../fact.js';
import { extensions } from './extensions.js';
import type { FoundFramework } from './framework.js';
import type { NodeApp } from './node-app.js';

/** Why nothing of a project can be served. */
export interface Unserved {
  /** A sentence that begins with file and line. */
  readonly reason: string;
  readonly hint: string;
}

/** A kind of project in which nothing serves, how it is known, and what its people can do. */
interface Kind {
  readonly what: string;
  readonly hint: string;
  /** The line that gives it away, null where the project is of another kind. */
  mark(app: NodeApp, found: FoundFramework | null): Fact<unknown> | null;
}

/** Where Expo's settings are written, as far as they are no program. */
const expoSettings = 'app.json';

const calledByPlatform = 'the platform calls them, and nothing here listens; name a server with --start';

const otherRuntime =
  'its run time is not Node.js; where the app has a server for Node.js too, name its command with --start';

const askStart = 'if a part of it is a server, name its command with --start';

/** https://qwik.dev/docs/deployments: the others make functions for a platform. */
const qwikServers = ['express', 'fastify', 'node-server', 'node', 'static', 'bun', 'deno'];

const kinds: readonly Kind[] = [
  {
    what: 'a desktop app (Electron)',
    hint: askStart,
    mark: anyOf('electron', 'electron-builder', '@electron-forge/cli'),
  },
  {
    what: 'a desktop app (Tauri)',
    hint: askStart,
    mark: ({ project }) => fileFact(project.has('src-tauri/tauri.conf.json'), 'src-tauri/tauri.conf.json'),
  },
  {
    what: 'a mobile app (Expo), and no pages can be made of it',
    hint: 'npx expo install react-dom react-native-web makes pages possible; or name a command with --start',
    mark: (app) => (app.manifest.dependency('react-native-web') ? null : anyOf('expo')(app)),
  },
  {
    what: 'an Expo app with a server (web.output: server), which only the platforms that host it start',
    hint: 'write a server with expo-server and name its command with --start, or set web.output to static or single where no route needs one: https://docs.expo.dev/router/web/api-routes/#deployment',
    mark: ({ project }) => {
      const output = project.json(expoSettings)?.string('expo', 'web', 'output');
      return output?.value === 'server' ? output : null;
    },
  },
  {
    what: 'a mobile app (React Native)',
    hint: askStart,
    mark: (app) => (anyOf('expo', 'react-native-web')(app) ? null : anyOf('react-native')(app)),
  },
  {
    what: 'an extension for an editor',
    hint: askStart,
    mark: ({ manifest }) => manifest.get('engines', 'vscode'),
  },
  { what: 'an extension for browsers', hint: askStart, mark: anyOf('plasmo', 'wxt') },
  {
    what: 'an extension for browsers',
    hint: askStart,
    mark: stated(
      ['manifest.json', 'public/manifest.json', 'src/manifest.json'],
      /"manifest_version"\s*:\s*[23]/,
    ),
  },
  {
    what: 'an action for GitHub workflows',
    hint: 'it runs within a workflow, which brings Node.js; if a part of it is a server, name its command with --start',
    mark: stated(['action.yml', 'action.yaml'], /^\s+using\s*:\s*['"]?(?:node|docker|composite)/m),
  },
  {
    what: 'an infrastructure described for AWS CDK',
    hint: 'it is deployed, and nothing in it listens; name the folder of an app with --app, or a command with --start',
    mark: stated(['cdk.json'], /"app"\s*:/),
  },
  {
    what: 'an infrastructure described for Pulumi or CDK for Terraform',
    hint: 'it is deployed, and nothing in it listens; name the folder of an app with --app, or a command with --start',
    mark: anyOf('@pulumi/pulumi', 'cdktf'),
  },
  {
    what: 'a project of contracts for Ethereum',
    hint: askStart,
    mark: anyOf('hardhat', 'truffle'),
  },
  {
    what: 'a Meteor app: its own tool builds it, and no image of Node.js has that',
    hint: 'run `meteor build --directory ../output`, and give the folder bundle/ that it writes, with --start "node main.js"',
    mark: ({ project }) => fileFact(project.has('.meteor/release'), '.meteor/release'),
  },
  {
    what: 'a SvelteKit app without an adapter, whose build makes nothing that could start',
    hint: 'use @sveltejs/adapter-node (or adapter-static) in the configuration',
    mark: (app, found) =>
      found?.framework.dependency === '@sveltejs/kit' && !namesAdapter(app) ? found.fact : null,
  },
  {
    what: 'built for Vercel, Netlify or Cloudflare (its adapter)',
    hint: 'use @sveltejs/adapter-node (or adapter-static) in the configuration',
    mark: (_, found) => (found?.framework.dependency === '@sveltejs/kit' ? found.fact : null),
  },
  {
    what: 'built for a platform (its adapter)',
    hint: 'use @astrojs/node in astro.config',
    mark: (app) => (anyOf('@astrojs/node')(app) || !astroServes(app) ? null : anyOf(...astroPlatforms)(app)),
  },
  {
    what: 'an Astro app whose adapter leaves the server to the app (middleware mode), and no server was found',
    hint: "use mode: 'standalone' in astro.config, or name the server's command with --start",
    mark: (app) => astroSetting(app, /\bmode\s*:\s*['"]middleware['"]/),
  },
  {
    what: 'a Qwik app without a server of its own',
    hint: 'add one with `npm run qwik add` (express, fastify, node-server), or pages with static',
    mark: (app) =>
      qwikServers.some((name) => app.project.hasFolder(`adapters/${name}`))
        ? null
        : anyOf('@builder.io/qwik-city', '@qwik.dev/router')(app),
  },
  {
    what: 'a TanStack Start app whose build makes no server',
    hint: "add the package nitro and its plug-in to vite.config (import { nitro } from 'nitro/vite'), or srvx to the dependencies and a start script that calls it: srvx --prod -s ../client dist/server/server.js",
    mark: (app, found) =>
      found?.framework.id !== 'tanstack-start' ||
      anyOf('nitro', 'nitropack', 'nitro-nightly', 'vinxi', '@tanstack/nitro-v2-vite-plugin')(app)
        ? null
        : found.fact,
  },
  {
    what: 'a Worker of Cloudflare',
    hint: otherRuntime,
    mark: ({ project }) => {
      const path = ['wrangler.toml', 'wrangler.json', 'wrangler.jsonc'].find((name) => project.has(name));
      return path === undefined || project.has('index.html')
        ? null
        : (project.read(path)?.match(/^\s*"?main"?\s*[=:]\s*"(?<value>[^"\n]+)"/m) ?? null);
    },
  },
  {
    what: 'functions for a serverless platform',
    hint: calledByPlatform,
    mark: ({ project }) => {
      const path = ['serverless.yml', 'serverless.yaml', 'serverless.ts', 'serverless.json'].find((name) =>
        project.has(name),
      );
      return fileFact(path !== undefined, path ?? '');
    },
  },
  {
    what: 'functions for AWS that Architect deploys',
    hint: calledByPlatform,
    mark: anyOf('@architect/architect'),
  },
  {
    what: 'functions for Azure',
    hint: calledByPlatform,
    mark: anyOf('@azure/functions'),
  },
  {
    what: 'functions for Firebase',
    hint: calledByPlatform,
    mark: besideNoFramework(anyOf('firebase-functions')),
  },
  {
    what: 'functions for Vercel',
    hint: calledByPlatform,
    mark: besideNoFramework(folderBeside('api', ['vercel.json'], 'vercel', '@vercel/node')),
  },
  {
    what: 'functions for Netlify',
    hint: calledByPlatform,
    mark: besideNoFramework(folderBeside('netlify/functions', ['netlify.toml'], 'netlify-cli')),
  },
  {
    what: 'an infrastructure described for SST',
    hint: 'it is deployed, and nothing in it listens; name the folder of an app with --app, or a command with --start',
    mark: besideNoFramework(({ project }) => fileFact(project.has('sst.config.ts'), 'sst.config.ts')),
  },
  {
    what: 'a Redwood app: its own tool builds and serves both of its sides',
    hint: 'let that tool write the image (yarn rw experimental setup-docker), or name the command of its server with --start',
    mark: anyOf('@redwoodjs/core'),
  },
  {
    what: 'a set of pages that Hugo makes, a program that no image of Node.js has',
    hint: 'make the pages (npx hugo), and name the folder that is written with --app and --language static',
    mark: anyOf('hugo-bin', 'hugo-extended', 'hugo-installer'),
  },
  ...extensions.map(({ what, dependencies }) => ({ what, hint: askStart, mark: anyOf(...dependencies) })),
];

/** What is here where nothing at all could be started: the last thing to say of it. */
const leftovers: readonly Kind[] = [
  {
    what: 'a Worker of Cloudflare',
    hint: otherRuntime,
    mark: ({ manifest }) => {
      const script = manifest.script('dev') ?? manifest.script('start') ?? manifest.script('deploy');
      return script !== null && /^wrangler\b/.test(script.value) ? script : null;
    },
  },
  {
    what: 'a suite of tests',
    hint: 'name the command that runs them with --start: npx playwright test, npx cypress run',
    mark: anyOf('@playwright/test', 'cypress', '@wdio/cli', 'testcafe', '@types/k6', 'artillery'),
  },
  {
    what: 'a workshop for components (Storybook) of a library',
    hint: 'build its pages (npx storybook build), and name the folder that is written with --app and --language static',
    mark: anyOf('storybook'),
  },
];

/** Of a project without a start command: what says that nothing in it serves, null where nothing says so. */
export function unservedKind(app: NodeApp, found: FoundFramework | null): Unserved | null {
  return firstOf(kinds, app, found);
}

/** Of a project in which nothing that could start was found either: what it is, null where that is not known. */
export function leftoverKind(app: NodeApp, found: FoundFramework | null): Unserved | null {
  return firstOf(leftovers, app, found);
}

function firstOf(table: readonly Kind[], app: NodeApp, found: FoundFramework | null): Unserved | null {
  for (const { what, hint, mark } of table) {
    const fact = mark(app, found);
    if (fact) return { reason: `${fact.source}: this is ${what}`, hint };
  }
  return null;
}

function anyOf(...names: readonly string[]) {
  return ({ manifest }: NodeApp): Fact<string> | null =>
    names
      .map((name) => manifest.dependency(name) ?? manifest.devDependency(name))
      .find((fact) => fact !== null) ?? null;
}

/** The first of these files that is there, where it says so. */
function stated(paths: readonly string[], says: RegExp) {
  return ({ project }: NodeApp): Fact<string> | null => {
    const path = paths.find((name) => project.has(name));
    const file = path === undefined ? null : project.read(path);
    const found = file && says.exec(file.text);
    return file && found ? file.fact(found[0], found.index) : null;
  };
}

/** A framework that builds has a server or pages of its own beside the functions. */
function besideNoFramework(mark: (app: NodeApp) => Fact<unknown> | null): Kind['mark'] {
  return (app, found) => (found?.framework.builds === true ? null : mark(app));
}

/** A folder of functions, where a file or a package says whose they are. */
function folderBeside(folder: string, files: readonly string[], ...packages: readonly string[]) {
  return (app: NodeApp): Fact<string> | null => {
    if (!app.project.hasFolder(folder)) return null;
    const file = files.find((path) => app.project.has(path));
    return file === undefined ? anyOf(...packages)(app) : fileFact(true, file);
  };
}

function fileFact(there: boolean, path: string): Fact<string> | null {
  return there ? { value: path, source: path } : null;
}

/** Adapters are told by their names, whoever wrote them. */
function namesAdapter({ manifest }: NodeApp): boolean {
  return [...manifest.dependencies, ...manifest.devDependencies].some((name) => /adapter/.test(name));
}

const astroPlatforms = ['@astrojs/vercel', '@astrojs/netlify', '@astrojs/cloudflare', '@deno/astro-adapter'];

/** https://docs.astro.build/en/guides/on-demand-rendering/: only pages are made unless the settings or one of the pages say otherwise. */
function astroServes(app: NodeApp): boolean {
  return (
    astroSetting(app, /\boutput\s*:\s*['"](?:server|hybrid)['"]/) !== null ||
    app.project.files.some((path) => astroPage.test(path) && isOnDemand(app.project.read(path)?.text ?? ''))
  );
}

const astroPage = /^src\/pages\/.+\.(?:astro|[jt]s)$/;

function isOnDemand(page: string): boolean {
  return /^export const prerender\s*=\s*false\b/m.test(page);
}

function astroSetting({ project }: NodeApp, stated: RegExp): Fact<string> | null {
  const path = project.files.find((name) => /^astro\.config\.[cm]?[jt]s$/.test(name));
  const file = path === undefined ? null : project.read(path);
  const match = file && stated.exec(file.text);
  return match && file ? file.fact(match[0], match.index) : null;
}
