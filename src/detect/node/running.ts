import type { Fact, Warning } from '../../fact.js';
import type { Build } from './build.js';
import { neededDocuments } from './documents.js';
import type { FoundFramework } from './framework.js';
import { onlyExports } from './library.js';
import { flaggedLoopback, listeningOf } from './loopback.js';
import type { NodeApp } from './node-app.js';
import { portOf, portWarnings, type Port } from './port.js';
import { programSources } from './program-sources.js';
import { fillVariables } from './shell-variables.js';
import { readPaths } from './read-paths.js';
import { platformPreset } from './nitro-preset.js';
import { sigtermOf } from './sigterm.js';
import { guessedStart, noStart, startBesideSite, statedStart, type Start } from './start.js';
import { writtenDatabases, writtenFolders } from './written-folders.js';
import type { StaticSite } from './pages-command.js';
import { writtenWarnings } from '../written-warnings.js';
import { staticSite } from './static-site.js';
import { leftoverKind, unservedKind, type Unserved } from './unserved.js';

/** The program as it runs: what starts it, what it needs, where it listens, how it ends. */
export interface Running extends Start, Port {
  readonly handlesSigterm: Fact<boolean>;
  /** Folders beside the sources that the program writes to. */
  readonly writtenFolders: readonly Fact<string>[];
  /** Database files at its root that the program makes. */
  readonly writtenDatabases: readonly Fact<string>[];
  /** Documents and folders of documents or tests that the build or the program reads. */
  readonly documents: readonly string[];
  /** Files and folders that the program reads, outside of what is built. */
  readonly readPaths: readonly string[];
  /** Finished pages that are served in place of a program. */
  readonly site: StaticSite | null;
  /** Why nothing of the app can be served, null where something can. */
  readonly unserved: Unserved | null;
}

/** Values of variables with such names have no place in an image. */
const secretName = /SECRET|TOKEN|PASSWORD|PASSWD|PASSPHRASE|CREDENTIAL|PRIVATE|API_?KEY|ACCESS_?KEY/i;

/** Reads start command, sources and framework together. */
export function runningOf(app: NodeApp, build: Build, found: FoundFramework | null): Running {
  const elsewhere = app.asked ? null : platformPreset(app, build, found);
  if (elsewhere) return nothingRuns(elsewhere);
  const site = staticSite(app, build, found);
  const stated = site ? startBesideSite(app, build, found) : statedStart(app, build, found);
  if (stated.start || app.asked) return runningFrom(app, build, found, stated);
  const unserved = unservedKind(app, found);
  if (unserved) return nothingRuns(unserved);
  if (site)
    return {
      ...withoutProgram(stated),
      entry: site.folder,
      site,
      documents: neededDocuments(app, found, []),
    };
  const guessed = guessedStart(app, build, found);
  const leftover = guessed.start ? null : leftoverKind(app, found);
  if (leftover) return nothingRuns(leftover);
  const ends = onlyExports(programSources(app, build, guessed.entry?.value ?? null));
  return ends ? nothingRuns(ends) : runningFrom(app, build, found, guessed);
}

/** What the sources behind a start command say of it. */
export function runningFrom(app: NodeApp, build: Build, found: FoundFramework | null, start: Start): Running {
  const sources = programSources(app, build, start.entry?.value ?? null);
  const { port, variable } = portOf(app, start, sources, found);
  const listening = listeningOf(app, sources, found, variable?.value ?? 'PORT');
  const { [variable?.value ?? 'PORT']: _port, ...stated } = start.environment;
  const environment = { ...start.server?.environment, ...listening.environment, ...withoutSecrets(stated) };
  const databases = writtenDatabases(app, sources);
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
    site: null,
    unserved: null,
    writtenFolders: writtenFolders(app, usuallyWritten(build, found), sources),
    writtenDatabases: databases,
    documents: neededDocuments(app, found, sources),
    readPaths: app.membership || app.nx ? [] : readPaths(app.project, sources, buildLines(app)),
    warnings: [
      ...start.warnings,
      ...filled.warnings,
      ...listening.warnings,
      ...flaggedLoopback(start),
      ...portWarnings({ port, variable }),
      ...secretsIn(start),
      ...startUnknown(app, start),
      ...writtenWarnings({ folders: [], databases }),
    ],
  };
}

/** All that the scripts which build say. */
function buildLines({ manifest }: NodeApp): string {
  const names = Object.keys(manifest.scripts).filter((name) => /build|install/.test(name));
  return names.map((name) => manifest.scripts[name]).join('\n');
}

function nothingRuns(unserved: Unserved): Running {
  return { ...withoutProgram(noStart), unserved };
}

/** What the framework's server writes to, whatever the sources say. */
function usuallyWritten({ output }: Build, found: FoundFramework | null): Fact<string>[] {
  const { writes = [], writesBeside = [] } = found?.framework ?? {};
  const below = output === null ? [] : writes.map((folder) => `${output}/${folder}`);
  return [...below, ...writesBeside].map((value) => ({ value, source: found?.fact.source ?? '' }));
}

/** Nothing runs, or a server of finished pages that is none of the app's. */
function withoutProgram(start: Start): Running {
  const handlesSigterm = { value: false, source: 'default: no program of the app runs' };
  return {
    ...start,
    writtenFolders: [],
    writtenDatabases: [],
    port: null,
    variable: null,
    handlesSigterm,
    documents: [],
    readPaths: [],
    site: null,
    unserved: null,
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

function startUnknown({ manifest, place }: NodeApp, { start }: Start): Warning[] {
  if (start) return [];
  const message =
    'nothing says how the app is started: add a start script to package.json, or name the command with --start';
  return [{ code: 'BI147', message, source: manifest.exists ? place('package.json') : null }];
}
