import type { Warning } from '../../fact.js';
import type { Build } from './build.js';
import type { BuildSetting } from './framework-entry.js';
import type { NodeApp } from './node-app.js';

/** What a build reads from its environment. */
export interface BuildSettings {
  readonly environment: readonly BuildSetting[];
  /** Files of settings that the build reads and that hold nothing but what browsers get to see. */
  readonly files: readonly string[];
  readonly warnings: readonly Warning[];
}

/** Names whose values bundlers write into the scripts for browsers: whoever opens the page can read them. */
const published =
  /^(?:VITE_|REACT_APP_|VUE_APP_|NEXT_PUBLIC_|NUXT_PUBLIC_|GATSBY_|PUBLIC_|EXPO_PUBLIC_|STORYBOOK_|PARCEL_|NODE_ENV$|GENERATE_SOURCEMAP$)/;
/** Settings of build tools that tell nothing about anybody. */
const harmless =
  /^(?:[A-Z]+_TELEMETRY_DISABLED|DISABLE_ESLINT_PLUGIN|SKIP_PREFLIGHT_CHECK|TSC_COMPILE_ON_ERROR|BROWSER|FAST_REFRESH|IMAGE_INLINE_SIZE_LIMIT|INLINE_RUNTIME_CHUNK|PUBLIC_URL|PORT|CI|ENV)$/;
/** Files of settings that builds read. */
export const settingsFiles = ['.env', '.env.production'];
const validators = ['@t3-oss/env-nextjs', '@t3-oss/env-nuxt', '@t3-oss/env-core'];
const validated = ['src/env.js', 'src/env.mjs', 'src/env.ts', 'env.js', 'env.mjs', 'env.ts'];

/** Reads it off files of settings and off the check of settings that a build would run. */
export function buildSettings(app: NodeApp, build: Build): BuildSettings {
  if (build.script === null) return { environment: [], files: [], warnings: [] };
  const found = settingsFiles
    .map((path) => ({ path, names: namesIn(app, path) }))
    .filter(({ names }) => names.some(isPublished));
  return {
    environment: validation(app),
    files: found.filter(({ names }) => names.every(mayBeSeen)).map(({ path }) => path),
    warnings: found
      .filter(({ names }) => !names.every(mayBeSeen))
      .map(({ path, names }) => leftOut(app.place(path), names)),
  };
}

function mayBeSeen(name: string): boolean {
  return isPublished(name) || harmless.test(name);
}

/** Is this written into the scripts for browsers? */
export function isPublished(name: string): boolean {
  return published.test(name);
}

/** The variables that a file of settings sets. */
export function namesIn({ project }: NodeApp, path: string): string[] {
  const text = project.read(path)?.text ?? '';
  return [...text.matchAll(/^[ \t]*(?:export[ \t]+)?(?<name>[A-Za-z_]\w*)[ \t]*=/gm)].map(
    ({ groups }) => groups?.['name'] ?? '',
  );
}

function leftOut(path: string, names: readonly string[]): Warning {
  const spoken = names.filter(isPublished).slice(0, 5).join(', ');
  const message = `${path} sets ${spoken} for the build, and is left out of it since it sets more than what browsers may see: keep these in a file of their own, such as .env.production`;
  return { code: 'BI151', message, source: path };
}

/** https://env.t3.gg/docs/customization#skipping-validation */
function validation({ manifest, project }: NodeApp): BuildSetting[] {
  const checks = validators.some((name) => manifest.dependency(name) ?? manifest.devDependency(name));
  const skips = checks && validated.some((path) => project.read(path)?.text.includes('SKIP_ENV_VALIDATION'));
  const because = 'What the app must be told is checked when it starts, not while it is built.';
  return skips ? [{ name: 'SKIP_ENV_VALIDATION', value: '1', because }] : [];
}
