import type { Fact, Warning } from '../fact.js';
import type { ProjectView } from '../project/view.js';
import type { AppFacts } from './facts.js';
import { defineLanguage, type Place } from './language.js';
import { browserWarnings } from './python/driven-browsers.js';
import { databaseChanges } from './python/database-changes.js';
import { demandedWarnings } from './demanded-warning.js';
import { developmentSettings } from './python/development-settings.js';
import { djangoSettings } from './python/django-settings.js';
import { isBrought } from './python/brought.js';
import { declaredRequirements } from './python/declared.js';
import { demandedEnvironment } from './python/demanded-environment.js';
import { pythonFramework } from './python/framework.js';
import { frontEndWarnings } from './python/front-end.js';
import { refuseMissingStubs } from './python/generated-stubs.js';
import { refuseHostedFramework } from './python/hosted-space.js';
import { installFiles, isPackaged } from './python/install-files.js';
import { installVariables } from './python/install-variables.js';
import { refuseWrittenPasswords } from './python/written-passwords.js';
import { variableWarning } from './token-variable.js';
import { dependencyManifest, resolvesFromSources } from './python/dependency-manifest.js';
import { nothingCollected, staticCollection } from './python/static-collection.js';
import { sourceWarnings } from './python/dependency-sources.js';
import { ownListening } from './python/listening.js';
import { lacksMarkers, lockedPackages, type LockedPackage } from './python/locked.js';
import { missingSettings } from './python/missing-settings.js';
import { nativeNeeds } from './python/native.js';
import { ownExtension } from './python/own-extension.js';
import { packageManager } from './python/package-manager.js';
import { newestPython } from './python/newest-python.js';
import { oldestPython } from './python/oldest-python.js';
import { partnersOf } from './python/partners.js';
import type { Requirement } from './python/requirement.js';
import { requirementsFiles } from './python/requirements-files.js';
import { readDocuments } from './python/read-documents.js';
import { runsFromTree } from './python/runs-from-tree.js';
import { holdsSettingsAlone } from './python/settings-alone.js';
import { noGroups, productionGroups } from './python/production-groups.js';
import { pythonSources } from './python/sources.js';
import { pythonStart } from './python/start.js';
import { versionByGit, versionWarning, writesVersion } from './python/version-by-git.js';
import { installedMembers, uvMembership, workspaceApps } from './python/uv-workspace.js';
import { refuseUnlisted } from './python/unlisted.js';
import { pythonVersion, requiredPython, statedMinor } from './python/version.js';
import { writtenEnvironment, writtenPaths } from './python/written-folders.js';
import { writtenWarnings } from './written-warnings.js';
import { platformStart } from './platform/platform-start.js';
import { detectRhel } from './rhel.js';
import { askedCommand } from './stated-command.js';

const marks = [
  'pyproject.toml',
  'requirements.txt',
  'uv.lock',
  'poetry.lock',
  'pdm.lock',
  'Pipfile',
  'Pipfile.lock',
  'setup.py',
  'setup.cfg',
  'manage.py',
  'requirements.lock',
  'scrapy.cfg',
  'environment.yml',
  'environment.yaml',
  'pixi.toml',
];
const scripts = [
  'main.py',
  'app.py',
  'server.py',
  'bot.py',
  'run.py',
  'wsgi.py',
  'asgi.py',
  'streamlit_app.py',
  '__main__.py',
];

/** Python: its version, its package manager, how it starts, what its dependencies ask of the system. */
export const python = defineLanguage({
  id: 'python',
  marks,
  scripts,
  detect: detectPython,
  apps: workspaceApps,
  toolsAlone: (project) => holdsSettingsAlone(project, marks, scripts),
});

/** Reads a Python app. Throws InputError where a manifest is broken, and `not-served` for conda. */
export function detectPython(
  project: ProjectView,
  asked: Fact<string> | null = null,
  place: Place | null = null,
): AppFacts {
  const membership = uvMembership(place);
  const home = membership?.root ?? project;
  const found = packageManager(home);
  const requirements = requirementsFiles(project);
  const sources = pythonSources(project);
  const main = declaredRequirements(project, requirements, noGroups);
  // Lists of requirements are all that pip installs where there are any.
  const chosen =
    found.manager.value === 'pip' && requirements.top.length > 0
      ? noGroups
      : productionGroups(project, found.manager.value, main, sources);
  const stated = chosen === noGroups ? main : declaredRequirements(project, requirements, chosen);
  const declared = [...stated, ...partnersOf(stated)];
  const locked = lockedPackages(home, found.lockFile, membership?.name ?? null, chosen);
  const isPackage = membership !== null || isPackaged(project, found.manager.value, requirements);
  const { version, warnings: versionWarnings } = pythonVersion(project);
  const newest = newestPython(locked, declared);
  const framework = pythonFramework(sources, declared);
  refuseUnlisted(project, requirements, framework, sources);
  refuseHostedFramework(project, stated);
  refuseMissingStubs(project, sources);
  const installs = installed(declared, locked);
  const start = pythonStart({
    project,
    command: asked === null ? platformStart(project, 'python') : askedCommand(asked),
    sources,
    framework: framework?.value ?? null,
    installs,
    packaged: isPackage,
    listening: ownListening(sources),
  });
  const manifestOfDependencies = dependencyManifest(project, found, requirements);
  const listed =
    found.manager.value !== 'pip' || requirements.top.length > 0 || manifestOfDependencies !== null;
  const packaged =
    isPackage &&
    !(
      membership === null &&
      listed &&
      requirements.itself === null &&
      requirements.folders.length === 0 &&
      runsFromTree(project, sources, start)
    );
  refuseWrittenPasswords(home, found.manager.value, requirements.all);
  const variables = installVariables(home, found.manager.value, requirements.all);
  const teller = packaged ? versionByGit(project) : null;
  const written = writtenPaths(project, sources, installs);
  const settings = framework?.value === 'django' ? djangoSettings(sources) : null;
  const demanded = settings?.demanded ?? demandedEnvironment(sources);
  const collecting = settings ? staticCollection(settings, installs, written) : nothingCollected;
  const native = nativeNeeds(
    locked,
    declared,
    found.manager.source,
    statedMinor(version),
    packaged ? ownExtension(project) : null,
  );
  return {
    language: { value: 'python', source: manifest(project) ?? found.manager.source },
    // Pins that no newer, or no older, Python can install state a version too.
    version:
      version ??
      (newest && { value: `<=${newest.value}`, source: newest.source }) ??
      oldestPython(locked, declared),
    newestVersion: newest,
    packageManager: found.manager,
    framework,
    entry: start.entry,
    start: start.start,
    port: start.port,
    nativeCode: native.nativeCode,
    needsGlibc: native.needsGlibc,
    portVariable: start.portVariable,
    handlesSigterm: start.handlesSigterm,
    ...label(project),
    rhel: detectRhel(project),
    neededSettings: demanded,
    warnings: [
      ...found.warnings,
      ...versionWarnings,
      ...requirements.warnings,
      ...start.warnings.filter((warning) => collecting.commands === null || !leavesCollecting(warning)),
      ...writtenWarnings(written),
      ...collecting.warnings,
      ...databaseChanges(project, settings, sources, installs),
      ...demandedWarnings(demanded),
      ...versionWarning(teller),
      ...missingSettings(project, sources),
      ...frontEndWarnings(project, { sources, packaged, framework: framework?.value ?? null }),
      ...(settings ? developmentSettings(settings, sources) : []),
      ...sourceWarnings(project, declared, requirements.all),
      ...browserWarnings(declared),
      ...variables.map(variableWarning),
    ],
    details: {
      kind: 'python',
      lockFile: found.lockFile,
      lacksMarkers: lacksMarkers(home, found.lockFile),
      packageManagerVersion: found.version,
      productionGroups: chosen,
      installVariables: variables,
      enforcedPython: found.manager.value === 'uv' || packaged ? requiredPython(project) : null,
      requirementsFiles: found.manager.value === 'pip' ? requirements.top : [],
      unavailable: found.manager.value === 'pip' ? requirements.unavailable.map(({ value }) => value) : [],
      installsItself: found.manager.value === 'pip' ? (requirements.itself?.value ?? null) : null,
      installFiles: installFiles(home, found.manager.value, requirements, packaged),
      installedMembers:
        found.manager.value === 'uv' && packaged && membership === null ? installedMembers(project) : null,
      workspace: membership && { folder: membership.folder, name: membership.name, needs: membership.needs },
      packaged,
      versionVariable: teller?.value ?? null,
      writesVersion: teller !== null && membership === null && writesVersion(project),
      hasDependencies: [declared, locked, requirements.archives, requirements.folders].some(
        (list) => list.length > 0,
      ),
      startWords: start.words,
      startFolder: start.folder,
      stopSignal: start.stopSignal,
      runsSources: start.runsSources,
      collectStatic: collecting.commands !== null,
      collects: collecting.commands && {
        commands: collecting.commands,
        environment: collecting.environment,
        scratchFolders: collecting.scratchFolders,
      },
      written,
      documents: readDocuments(project, sources),
      dependencyManifest: manifestOfDependencies,
      resolvesFromSources: packaged && resolvesFromSources(project, found),
      systemPackages: native.systemPackages,
      environment: { ...start.environment, ...writtenEnvironment(sources) },
    },
  };
}

/** A lock file names everything; without one a server may come with another package. */
function installed(
  declared: readonly Requirement[],
  locked: readonly LockedPackage[],
): (name: string) => boolean {
  const names = new Set([...declared, ...locked].map(({ name }) => name));
  return (name) => names.has(name) || isBrought(name, declared);
}

function manifest(project: ProjectView): string | undefined {
  const mark = [...python.marks, ...(python.scripts ?? [])].find((name) => project.has(name));
  return mark && project.read(mark)?.path;
}

/** A build that collects static files leaves nobody to do it. */
function leavesCollecting({ code, message }: Warning): boolean {
  return code === 'BI144' && /\bcollectstatic\b/.test(message);
}

/** What stands there until somebody says more. https://docs.astral.sh/uv/concepts/projects/init/ */
const unsaid = ['', 'Add your description here'];

function label(project: ProjectView): Pick<AppFacts, 'name' | 'appVersion' | 'description'> {
  const pyproject = project.toml('pyproject.toml');
  const filled = (fact: Fact<string> | null | undefined): Fact<string> | null =>
    fact && !unsaid.includes(fact.value.trim()) ? fact : null;
  const stated = (key: string): Fact<string> | null =>
    filled(pyproject?.string('project', key)) ?? filled(pyproject?.string('tool', 'poetry', key));
  return { name: stated('name'), appVersion: stated('version'), description: stated('description') };
}
