import { shellCommands } from '../shell-words.js';
import type { Build } from './build.js';
import type { NodeApp } from './node-app.js';

/** Steps of a build that make pages, styles or a client of a database, and never a server from its own source. */
const steps =
  /^(?:cross-env(?: \w+=\S+)* |\w+=\S+ )*(?:remix (?:vite:)?build|react-router build|next build|nuxt build|nuxi build|astro (?:build|check)|svelte-kit sync|vite build(?!.*--ssr)|react-scripts build|ng build|vue-cli-service build|postcss|tailwindcss|sass|prisma generate|vue-tsc\b|tsc --noEmit|rimraf|rm|mkdir|echo)\b/;

/** A script that calls others is followed that far. */
const deepestScript = 5;

/** Does the build make pages alone, so that what the program starts with stays the source that it is? False where that isn't known. */
export function makesPagesAlone(app: NodeApp, build: Build): boolean {
  if (build.script === null) return false;
  const line = build.tool?.join(' ') ?? app.manifest.script(build.script.value)?.value ?? '';
  return onlyPages(app, line, 0) && !buildsServer(app);
}

function onlyPages(app: NodeApp, line: string, depth: number): boolean {
  const commands = shellCommands(line);
  return (
    commands.length > 0 &&
    depth <= deepestScript &&
    commands.every(({ words }) => {
      const name = /^(?:npm|pnpm|yarn|bun)(?: run)? ([\w:-]+)$/.exec(words.join(' '))?.[1];
      const called = name === undefined ? null : app.manifest.script(name);
      return called ? onlyPages(app, called.value, depth + 1) : steps.test(words.join(' '));
    })
  );
}

/** Vite makes a server or a library where its settings say so. */
function buildsServer({ project }: NodeApp): boolean {
  const file = project.files.find((path) => /^vite\.config\.[cm]?[jt]s$/.test(path));
  return file !== undefined && /\b(?:ssr|lib|rollupOptions)\s*:/.test(project.read(file)?.text ?? '');
}
