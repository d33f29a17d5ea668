import { angularBuild } from './angular.js';
import type { Build } from './build.js';
import type { FoundFramework } from './framework.js';
import { nextOutput } from './next.js';
import { pagesPreset } from './nitro-preset.js';
import type { NodeApp } from './node-app.js';
import type { NxBuild } from './nx.js';
import { pagesCommand, type StaticSite } from './pages-command.js';

type FindSite = (app: NodeApp, build: Build, found: FoundFramework) => StaticSite | null;

/** Frameworks whose settings say whether, where and how their build makes pages. */
const askedSites: Readonly<Record<string, FindSite>> = {
  next: nextExport,
  nuxt: nuxtGenerated,
  nuxt2: nuxt2Generated,
  angular: angularPages,
  vite: vitePages,
  sveltekit: sveltePages,
  'react-router': pagesWithoutServer,
  remix: pagesWithoutServer,
  expo: expoPages,
  qwik: qwikPages,
};

/** The site that the build makes, null where a program has to run. */
export function staticSite(app: NodeApp, build: Build, found: FoundFramework | null): StaticSite | null {
  if (build.script === null) return null;
  if (app.nx?.makes === 'pages') return nxPages(app.nx);
  const asked = found && askedSites[found.framework.id];
  const site = asked ? asked(app, build, found) : found && usualSite(build, found);
  return site ?? pagesCommand(app, build);
}

function nxPages({ output, stated }: NxBuild): StaticSite {
  return { folder: { value: output, source: stated.source }, fallbacks: ['/index.html'] };
}

function usualSite(build: Build, { framework, fact }: FoundFramework): StaticSite | null {
  if (framework.staticOutput === undefined) return null;
  const folder = { value: build.output ?? framework.staticOutput, source: fact.source };
  return { folder, fallbacks: framework.fallbacks ?? [] };
}

/** A config may name another root; without a config and a page there is nothing to build but a library. */
function vitePages(app: NodeApp, build: Build, found: FoundFramework): StaticSite | null {
  const { project } = app;
  const root = settings(app, /^vite\.config\.[cm]?[jt]s$/).some(({ code }) => /^\s*root\s*:/m.test(code));
  return project.has('index.html') || root ? usualSite(build, found) : null;
}

/** https://angular.dev/tools/cli/build-system-migration */
function angularPages(app: NodeApp, _: Build, { fact }: FoundFramework): StaticSite | null {
  // The settings of its projects are elsewhere then.
  if (app.project.has('nx.json') && !app.project.has('angular.json')) return null;
  const { pages, server } = angularBuild(app);
  // Where some pages were written out in the build, another file holds the empty one.
  const fallbacks = ['/index.csr.html', '/index.html'];
  return server === null ? { folder: { value: pages, source: fact.source }, fallbacks } : null;
}

/** https://nextjs.org/docs/app/guides/static-exports: there is no server to start then. */
function nextExport(app: NodeApp, build: Build): StaticSite | null {
  const output = nextOutput(app.project);
  const distDir = build.output === '.next' ? 'out' : (build.output ?? 'out');
  if (output?.value === 'export') return { folder: { value: distDir, source: output.source }, fallbacks: [] };
  const script = app.manifest.script(build.script?.value ?? '');
  const exports = script !== null && /\bnext export\b/.test(script.value);
  return exports ? { folder: { value: 'out', source: script.source }, fallbacks: [] } : null;
}

/** https://nuxt.com/docs/getting-started/deployment#static-hosting */
function nuxtGenerated(app: NodeApp, build: Build, found: FoundFramework): StaticSite | null {
  const preset = pagesPreset(app, build, found);
  if (preset) return { folder: { value: '.output/public', source: preset.source }, fallbacks: ['/200.html'] };
  const script = app.manifest.script(build.script?.value ?? '');
  if (script === null || !/\b(?:nuxt|nuxi) generate\b/.test(script.value)) return null;
  return { folder: { value: '.output/public', source: script.source }, fallbacks: ['/200.html'] };
}

/** https://v2.nuxt.com/docs/configuration-glossary/configuration-generate */
function nuxt2Generated(app: NodeApp, build: Build): StaticSite | null {
  const script = app.manifest.script(build.script?.value ?? '');
  if (script === null || !/\bnuxt generate\b/.test(script.value)) return null;
  return { folder: { value: 'dist', source: script.source }, fallbacks: ['/200.html'] };
}

/** https://svelte.dev/docs/kit/adapter-static#Options-fallback */
function sveltePages(app: NodeApp, build: Build, found: FoundFramework): StaticSite | null {
  const site = usualSite(build, found);
  const page = settings(app, /^(?:svelte|vite)\.config\.[cm]?[jt]s$/)
    .map(({ code }) => /\bfallback\s*:\s*['"`](?<page>[\w.-]+)['"`]/.exec(code)?.groups?.['page'])
    .find((name) => name !== undefined);
  const fallbacks = page === undefined || page === '404.html' ? [] : [`/${page}`];
  return site && { ...site, fallbacks };
}

/** https://reactrouter.com/how-to/spa: a page that was written out in the build keeps its name, the empty one then has another. */
function pagesWithoutServer(app: NodeApp): StaticSite | null {
  const files = settings(app, /^(?:react-router|vite)\.config\.[cm]?[jt]s$/);
  for (const { code, path } of files) {
    const match = /^(?:[^/\n]*[\s{(,])?ssr\s*:\s*false\b/m.exec(code);
    if (!match) continue;
    const line = code.slice(0, match.index + match[0].length).split('\n').length;
    const folder = { value: 'build/client', source: `${app.place(path)}:${line}` };
    return { folder, fallbacks: ['/__spa-fallback.html', '/index.html'] };
  }
  return null;
}

/** https://docs.expo.dev/guides/publishing-websites: pages need what draws them in a browser. */
function expoPages(app: NodeApp, build: Build, found: FoundFramework): StaticSite | null {
  return app.manifest.dependency('react-native-web') ? usualSite(build, found) : null;
}

/** https://qwik.dev/docs/guides/static-site-generation: its adapter writes the pages beside what browsers load. */
function qwikPages({ project }: NodeApp, _: Build, { framework, fact }: FoundFramework): StaticSite | null {
  return project.hasFolder('adapters/static')
    ? { folder: { value: framework.staticOutput ?? 'dist', source: fact.source }, fallbacks: [] }
    : null;
}

function settings({ project }: NodeApp, names: RegExp): { readonly path: string; readonly code: string }[] {
  const paths = project.files.filter((path) => names.test(path));
  return paths.map((path) => ({ path, code: project.read(path)?.text ?? '' }));
}
