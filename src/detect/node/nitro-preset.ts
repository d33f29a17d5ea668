import type { Fact } from '../../fact.js';
import type { Build } from './build.js';
import type { FoundFramework } from './framework.js';
import type { NodeApp } from './node-app.js';
import type { Unserved } from './unserved.js';

/** Where the frameworks that build with Nitro name what it builds for. https://nitro.build/deploy */
const settings: Readonly<Record<string, { readonly files: RegExp; readonly stated: RegExp }>> = {
  nuxt: { files: /^nuxt\.config\.[cm]?[jt]s$/, stated: within(String.raw`nitro\s*:\s*\{`) },
  'solid-start': { files: /^app\.config\.[cm]?[jt]s$/, stated: within(String.raw`server\s*:\s*\{`) },
  'tanstack-start': { files: /^vite\.config\.[cm]?[jt]s$/, stated: within(String.raw`nitro\w*\(\s*\{`) },
  analog: { files: /^vite\.config\.[cm]?[jt]s$/, stated: within(String.raw`nitro\s*:\s*\{`) },
  nitro: { files: /^nitro\.config\.[cm]?[jt]s$/, stated: within(String.raw`\{`) },
};

const servers = /^node(?:[-_](?:server|cluster))?$/;
const pages = /^(?:static|github[-_]pages|gitlab[-_]pages|[\w-]+[-_]static)$/;

function within(opening: string): RegExp {
  return new RegExp(
    String.raw`^(?!\s*//)[^\n]*\b${opening}[^{}]{0,400}?\bpreset\s*:\s*['"](?<value>[\w-]+)['"]`,
    'm',
  );
}

/** `NITRO_PRESET=bun nuxt build`, `nuxt build --preset=vercel`: it counts more than the settings. */
const scripted = /(?:\b(?:NITRO|SERVER)_PRESET=|\s--preset[= ])['"]?(?<preset>[\w-]+)/;

/** What the app is built for by the script that builds or by its own settings, null where they don't say. */
function presetOf(
  { project, manifest }: NodeApp,
  build: Build,
  found: FoundFramework | null,
): Fact<string> | null {
  const { files, stated } = settings[found?.framework.id ?? ''] ?? {};
  if (files === undefined || stated === undefined) return null;
  const script = manifest.script(build.script?.value ?? '');
  const preset = scripted.exec(script?.value ?? '')?.groups?.['preset'];
  if (script && preset !== undefined) return { value: preset, source: script.source };
  const path = project.files.find((name) => files.test(name));
  return path === undefined ? null : (project.read(path)?.match(stated) ?? null);
}

/** The setting by which Nitro makes pages alone, null where it makes a server. */
export function pagesPreset(app: NodeApp, build: Build, found: FoundFramework | null): Fact<string> | null {
  const preset = presetOf(app, build, found);
  return preset && pages.test(preset.value) ? preset : null;
}

/** Why nothing starts of what is built for a platform, null where Node.js or a web server serves it. */
export function platformPreset(app: NodeApp, build: Build, found: FoundFramework | null): Unserved | null {
  const preset = presetOf(app, build, found);
  if (preset === null || servers.test(preset.value) || pages.test(preset.value)) return null;
  return {
    reason: `${preset.source}: this is built for ${preset.value} (its preset), which makes no server for Node.js`,
    hint: 'set the preset node-server there, or leave it out',
  };
}
