import type { Fact } from '../../fact.js';
import type { Build } from './build.js';
import type { NodeApp } from './node-app.js';
import { resolveCommand } from './resolve-command.js';
import { plain } from './typescript.js';

/** Finished pages that the build makes, which a web server serves: no program of the app has to run. */
export interface StaticSite {
  /** From the app's root. */
  readonly folder: Fact<string>;
  /** What answers for paths that are no files: the first of these pages that is there; empty: nothing does. */
  readonly fallbacks: readonly string[];
}

/** Programs that serve the files of a folder, and the flags with which one page answers for every path. */
const pageServers: Readonly<Record<string, readonly string[]>> = {
  serve: ['-s', '--single'],
  'http-server': [],
  sirv: ['-s', '--single'],
  'live-server': [],
  'lite-server': [],
  'local-web-server': ['--spa'],
};

/** Scripts that show what the build made. */
const scripts = ['start', 'start:prod', 'serve', 'preview'];

/** Options of theirs that take the next word. */
const withValue = /^(?:-[lpac]|--(?:port|listen|cors|host|address|config))$/;

/** Does this program serve the files of a folder, and nothing else? */
export function servesPages(command: string): boolean {
  return Object.hasOwn(pageServers, command);
}

/** `serve -s dist`, `http-server ./public`: the folder that the app's own command would serve, null where there is none. */
export function pagesCommand(app: NodeApp, build: Build): StaticSite | null {
  for (const name of scripts) {
    const script = app.manifest.script(name);
    const [command = '', ...rest] = (script && resolveCommand(app, script.value, script.source)?.words) ?? [];
    if (script === null || !servesPages(command)) continue;
    const folder = servedFolder(rest) ?? build.output;
    // The root of a built tree holds more than pages, and nothing outside of it is in the image.
    if (folder === null || !/^[\w.]/.test(plain(folder)) || plain(folder).startsWith('..')) return null;
    const single = rest.some((word) => pageServers[command]?.includes(word));
    return {
      folder: { value: plain(folder), source: script.source },
      fallbacks: single ? ['/index.html'] : [],
    };
  }
  return null;
}

/** The first word that is no option and no value of one. */
function servedFolder(words: readonly string[]): string | null {
  const named = words.filter((word, at) => !word.startsWith('-') && !withValue.test(words[at - 1] ?? ''));
  return named.find((word) => !/^\d+$/.test(word)) ?? null;
}
