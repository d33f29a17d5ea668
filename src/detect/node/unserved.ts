import type { Fact } from '../../fact.js';
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
    what: 'built for Vercel, Netlify or Cloudflare (its adapter)',
    hint: 'use @sveltejs/adapter-node (or adapter-static) in the configuration',
    mark: (_, found) => (found?.framework.dependency === '@sveltejs/kit' ? found.fact : null),
  },
  {
    what: 'built for a platform (its adapter)',
    hint: 'use @astrojs/node in astro.config',
    mark: (app) =>
      anyOf('@astrojs/node')(app) || !astroServes(app)
        ? null
        : anyOf('@astrojs/vercel', '@astrojs/netlify', '@astrojs/cloudflare')(app),
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
    hint: "add the package nitro and its plug-in to vite.config (import { nitro } from 'nitro/vite'), or name a command with --start",
    mark: (app, found) =>
      found?.framework.id !== 'tanstack-start' ||
      anyOf('nitro', 'nitropack', 'nitro-nightly', 'vinxi', '@tanstack/nitro-v2-vite-plugin')(app)
        ? null
        : found.fact,
  },
  {
    what: 'a Worker of Cloudflare',
    hint: 'its run time is not Node.js; where the app has a server for Node.js too, name its command with --start',
    mark: ({ project }) => {
      const path = ['wrangler.toml', 'wrangler.json', 'wrangler.jsonc'].find((name) => project.has(name));
      return path === undefined || project.has('index.html')
        ? null
        : (project.read(path)?.match(/^\s*"?main"?\s*[=:]\s*"(?<value>[^"\n]+)"/m) ?? null);
    },
  },
  {
    what: 'functions for a serverless platform',
    hint: 'they are called by the platform, and nothing here listens; name a server with --start',
    mark: ({ project }) => {
      const path = ['serverless.yml', 'serverless.yaml', 'serverless.ts', 'serverless.json'].find((name) =>
        project.has(name),
      );
      return fileFact(path !== undefined, path ?? '');
    },
  },
  {
    what: 'functions for Azure',
    hint: 'the platform calls them, and nothing here listens; name a server with --start',
    mark: anyOf('@azure/functions'),
  },
];

/** Of a project without a start command: what says that nothing in it serves, null where nothing says so. */
export function unservedKind(app: NodeApp, found: FoundFramework | null): Unserved | null {
  for (const { what, hint, mark } of kinds) {
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

function fileFact(there: boolean, path: string): Fact<string> | null {
  return there ? { value: path, source: path } : null;
}

/** https://docs.astro.build/en/reference/configuration-reference/#output: only pages are made unless it says otherwise. */
function astroServes(app: NodeApp): boolean {
  return astroSetting(app, /\boutput\s*:\s*['"](?:server|hybrid)['"]/) !== null;
}

function astroSetting({ project }: NodeApp, stated: RegExp): Fact<string> | null {
  const path = project.files.find((name) => /^astro\.config\.[cm]?[jt]s$/.test(name));
  const file = path === undefined ? null : project.read(path);
  const match = file && stated.exec(file.text);
  return match && file ? file.fact(match[0], match.index) : null;
}
