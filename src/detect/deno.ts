import { posix } from 'node:path';
import { InputError } from '../errors.js';
import type { Fact } from '../fact.js';
import type { ProjectView } from '../project/view.js';
import type { DenoApp } from './deno/deno-app.js';
import { denoFramework } from './deno/framework.js';
import { denoInstallFiles } from './deno/install-files.js';
import { writtenToken, writtenTokenWarnings } from './node/written-token.js';
import { denoListening } from './deno/listening.js';
import { denoNative } from './deno/native.js';
import { runsOnDeno } from './deno/runs-on-deno.js';
import { denoSettings } from './deno/settings.js';
import { membersOf } from './deno/members.js';
import { denoStart, memberAt, memberStart, usualFiles, type DenoStart } from './deno/start.js';
import { denoVersion } from './deno/version.js';
import type { AppFacts, DenoDetails } from './facts.js';
import { defineLanguage, type Place } from './language.js';
import { onlyExports } from './node/library.js';
import { readManifest } from './node/manifest.js';
import { programSources } from './node/program-sources.js';
import { detectRhel } from './rhel.js';
import type { Warning } from '../fact.js';

const marks = ['deno.json', 'deno.jsonc', 'deno.lock', '.deno-version', '.dvmrc'];

/** Deno: settings, a lock file, tasks. https://docs.deno.com/runtime/ */
export const deno = defineLanguage({
  id: 'deno',
  marks,
  scripts: usualFiles,
  claims: (project) => runsOnDeno(appOf(project, null)),
  apps: (project) => startingApps(appOf(project, null)),
  mainApp: (project) => startedFolder(appOf(project, null)),
  detect(here, asked = null, place = null): AppFacts {
    const member = place !== null && isMember(place) ? place.folder : null;
    const project = member === null ? here : place!.root;
    const app = appOf(project, asked);
    const own = member === null ? app : { ...app, ...memberAt(project, member) };
    const { manifest, settings } = own;
    const start = member === null ? denoStart(app) : memberStart(app, member);
    refuseLibrary(own, start);
    const { port, variable, handlesSigterm } = denoListening(app, start);
    const source = app.place(
      marks.find((mark) => project.has(mark)) ??
        (manifest.exists ? 'package.json' : start.entry?.value) ??
        '',
    );
    return {
      language: { value: 'deno', source },
      version: denoVersion(app),
      packageManager: { value: 'deno', source },
      framework: denoFramework(own),
      entry: start.entry,
      start: start.start,
      port,
      portVariable: variable,
      ...denoNative(app),
      handlesSigterm,
      name: settings.string('name') ?? manifest.string('name'),
      appVersion: settings.string('version') ?? manifest.string('version'),
      description: manifest.string('description'),
      rhel: detectRhel(project),
      warnings: [...missingLock(app), ...missingEntry(app, start), ...writtenTokenWarnings(project)],
      details: detailsOf(app, own, start, member),
    };
  },
});

/** Throws InputError `nothing-serves` where the file that would be started is what a package offers to others. */
function refuseLibrary(app: DenoApp, { entry, start }: DenoStart): void {
  // Where a task or a platform's file starts something, its line is the source; a file that is only there is its own.
  if (entry === null || start?.source !== entry.source || app.settings.get('exports') === null) return;
  const ends = onlyExports(programSources(app, { script: null, output: null }, entry.value).slice(0, 1));
  if (ends)
    throw new InputError(
      'nothing-serves',
      ends.reason,
      'name the command of a program with --start, or add a task named start to deno.json',
    );
}

function appOf(project: ProjectView, asked: Fact<string> | null): DenoApp {
  const manifest = readManifest(project);
  const settings = denoSettings(project);
  // Without a package.json sources are still named from the project's root.
  const folder = posix.dirname(project.read(settings.path ?? 'deno.lock')?.path ?? 'deno.json');
  return {
    project,
    manifest,
    settings,
    asked,
    membership: null,
    place: (path) => posix.join(manifest.exists ? manifest.folder : folder, path),
  };
}

function isMember({ root, folder }: Place): boolean {
  return membersOf(root, denoSettings(root)).includes(folder);
}

/** The members that start something, where the root is not the app and they are several. */
function startingApps(app: DenoApp): string[] | null {
  if (denoStart(app).start !== null) return null;
  const starting = membersOf(app.project, app.settings).filter(
    (folder) => memberStart(app, folder).start !== null,
  );
  return starting.length > 1 ? starting.sort() : null;
}

/** The member that the root's own command starts, or the only one that starts something. */
function startedFolder(app: DenoApp): Fact<string> | null {
  const { folder, start } = denoStart(app);
  return folder === null || start === null ? null : { value: folder, source: start.source };
}

/** `own`: what states the build, the root or a member of it. */
function detailsOf(app: DenoApp, own: DenoApp, start: DenoStart, member: string | null): DenoDetails {
  const { project } = app;
  const { settings, manifest } = own;
  return {
    kind: 'deno',
    builtAtRoot: member !== null,
    lockFile: project.has('deno.lock') ? 'deno.lock' : null,
    installFiles: denoInstallFiles(app),
    writtenToken: writtenToken(app.project),
    hasDependencies: [app, own].some(
      (one) => one.settings.imports.length + one.manifest.dependencies.length > 0,
    ),
    buildFolder: member,
    buildTask: settings.task('build') ?? manifest.script('build'),
    startWords: start.words,
    startEnvironment: start.environment,
    startFolder: start.folder,
  };
}

function missingLock({ project, settings, place }: DenoApp): Warning[] {
  if (project.has('deno.lock') || settings.path === null || settings.imports.length === 0) return [];
  const message =
    'no lock file of deno: two builds may fetch different versions; run `deno install` and commit deno.lock';
  return [{ code: 'BI143', message, source: place(settings.path) }];
}

function missingEntry({ project, settings, manifest }: DenoApp, { entry, start }: DenoStart): Warning[] {
  if (entry === null || start === null || project.has(entry.value)) return [];
  if (settings.task('build') !== null || manifest.script('build') !== null) return [];
  const message = `${entry.value} is started, but there is no such file and no build that writes it`;
  return [{ code: 'BI146', message, source: start.source }];
}
