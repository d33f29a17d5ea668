import type { Fact, Warning } from '../../fact.js';
import type { Build } from './build.js';
import type { FoundFramework } from './framework.js';
import { listeningOf } from './loopback.js';
import type { NodeApp } from './node-app.js';
import { portOf, type Port } from './port.js';
import { programSources } from './program-sources.js';
import { fillVariables } from './shell-variables.js';
import { sigtermOf } from './sigterm.js';
import { startBesideSite, startOf, type Start } from './start.js';
import { writtenFolders } from './written-folders.js';
import { staticSite } from './static-site.js';

/** The program as it runs: what starts it, what it needs, where it listens, how it ends. */
export interface Running extends Start, Port {
  readonly handlesSigterm: Fact<boolean>;
  /** Folders beside the sources that the program writes to. */
  readonly writtenFolders: readonly Fact<string>[];
  /** The folder of finished pages that is served in place of a program. */
  readonly staticSite: Fact<string> | null;
}

/** Values of variables with such names have no place in an image. */
const secretName = /SECRET|TOKEN|PASSWORD|PASSWD|PASSPHRASE|CREDENTIAL|PRIVATE|API_?KEY|ACCESS_?KEY/i;

/** Reads start command, sources and framework together. */
export function runningOf(app: NodeApp, build: Build, found: FoundFramework | null): Running {
  const site = staticSite(app, build, found);
  const start = site ? startBesideSite(app, build, found) : startOf(app, build, found);
  if (site && !start.start) return servedAsPages(start, site);
  return runningFrom(app, build, found, start);
}

/** What the sources behind a start command say of it. */
export function runningFrom(app: NodeApp, build: Build, found: FoundFramework | null, start: Start): Running {
  const sources = programSources(app, build, start.entry?.value ?? null);
  const { port, variable } = portOf(app, start, sources, found);
  const listening = listeningOf(sources, found);
  const { [variable?.value ?? 'PORT']: _port, ...stated } = start.environment;
  const environment = { ...listening.environment, ...withoutSecrets(stated) };
  const filled = fillVariables(start.start, start.words, {
    ...environment,
    ...(port && { PORT: String(port.value) }),
  });
  return {
    ...start,
    words: filled.words,
    environment,
    port,
    variable,
    handlesSigterm: sigtermOf(start, sources, found),
    staticSite: null,
    writtenFolders: writtenFolders(app, sources),
    warnings: [
      ...start.warnings,
      ...filled.warnings,
      ...listening.warnings,
      ...secretsIn(start),
      ...noStart(app, start),
    ],
  };
}

/** Finished pages are served by a server that is none of the app's. */
function servedAsPages(start: Start, site: Fact<string>): Running {
  const handlesSigterm = { value: false, source: 'default: no program of the app runs' };
  return {
    ...start,
    entry: site,
    writtenFolders: [],
    port: null,
    variable: null,
    handlesSigterm,
    staticSite: site,
  };
}

function withoutSecrets(environment: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !secretName.test(name)));
}

function secretsIn({ environment, start }: Start): Warning[] {
  const names = Object.keys(environment).filter((name) => secretName.test(name));
  return names.map((name) => ({
    code: 'BI150',
    message: `the start command sets ${name}: it looks like a secret and is left out of the image, set it where the container runs`,
    source: start?.source ?? null,
  }));
}

function noStart({ manifest, place }: NodeApp, { start }: Start): Warning[] {
  if (start) return [];
  const message =
    'nothing says how the app is started: add a start script to package.json, or name the command with --start';
  return [{ code: 'BI147', message, source: manifest.exists ? place('package.json') : null }];
}
