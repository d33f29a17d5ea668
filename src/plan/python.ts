import { loadPackageManagers } from '../catalogue/catalogue.js';
import { buildImage } from '../catalogue/fill.js';
import type { PythonDetails } from '../detect/facts.js';
import { buildStage } from './build-stage.js';
import { installSecrets, type InstallSecrets } from './build-secrets.js';
import type { LanguagePart, PlanContext } from './context.js';
import { copiesByFolder } from './copies.js';
import { memberLeftovers, neededMembers } from './member-leftovers.js';
import { portEnvironment } from './port-environment.js';
import { noBuild } from './no-build.js';
import type { Copy, NoBuild, PythonBuild } from './plan.js';
import { groupWords, installerOf, pipSteps } from './python-dependencies.js';
import { collectCommands, collectReason, scratchFolders } from './python-static.js';
import { writable } from './writable.js';
import { refuseOtherPython } from './refuse-python.js';
import { systemPackages } from './system-packages.js';

/** Python: a virtual environment at one path in both stages, made by the interpreter that runs it; none where it would hold nothing. */
export function planPython(
  context: PlanContext,
  details: PythonDetails,
): LanguagePart<PythonBuild> | LanguagePart<NoBuild> {
  refuseOtherPython(context, details);
  const part = planInstalled(context, details);
  return needsEnvironment(part, details) ? part : withoutEnvironment(part, context);
}

/** Is anything installed, made in the build stage, or started by another name than the interpreter's? */
function needsEnvironment({ build, copies }: LanguagePart<PythonBuild>, details: PythonDetails): boolean {
  return (
    details.hasDependencies ||
    build.installsProject ||
    copies.some((copy) => copy.from !== null && copy !== environment) ||
    details.startWords[0] !== 'python'
  );
}

/** The base's own Python runs the sources. */
function withoutEnvironment(part: LanguagePart<PythonBuild>, { cell }: PlanContext): LanguagePart<NoBuild> {
  const [, ...words] = part.program;
  return {
    ...part,
    build: noBuild,
    path: null,
    copies: part.copies.filter((copy) => copy !== environment),
    program: [cell.runInterpreter ?? cell.interpreter ?? 'python3', ...words],
  };
}

function planInstalled(context: PlanContext, details: PythonDetails): LanguagePart<PythonBuild> {
  const { cell, facts } = context;
  const manager = facts.packageManager?.value ?? 'pip';
  const installer = installerOf(manager, details);
  const variables = details.installVariables.map(({ value }) => value);
  const resolves = details.lockFile === null || details.lacksMarkers;
  const written = details.runsSources ? writable(context, details) : null;
  const workspace = details.workspace && {
    folder: details.workspace.folder,
    needs: details.workspace.needs.map((folder) => ({ folder })),
  };
  return {
    build: {
      ...stageOf(context, details),
      language: 'python',
      secrets: variables,
      resolver: resolves ? { ...installSecrets(context, '/root'), secrets: variables } : noSecrets,
      manager: installer,
      tool: toolPins(installer, details),
      toolImage: toolImage(installer, context, details),
      cache: `${cell.home ?? '/root'}/.cache`,
      interpreter: cell.interpreter ?? 'python3',
      runInterpreter: cell.runInterpreter ?? null,
      installFiles: copiesByFolder(details.installFiles),
      requirementsFiles: details.requirementsFiles,
      installsProject: details.packaged,
      resolvesFromSources: details.resolvesFromSources,
      compiler: compilerCaches(details, cell.home ?? '/root'),
      groups: groupWords(installer, details),
      locked: details.lockFile !== null,
      relock: relock(details),
      member: details.workspace === null ? [] : ['--package', details.workspace.name],
      projectSources: projectSources(details),
      lacksSources: !details.packaged || details.installedMembers !== null,
      ...pipSteps(installer, details),
      collect: collectCommands(details),
      collectBecause: collectReason(details),
      collectScratch: scratchFolders(details),
      writable: written && written.places,
    },
    workdir: '/app',
    path: '/venv/bin',
    env: [['PYTHONUNBUFFERED', '1'], ...Object.entries(details.environment), ...portEnvironment(context)],
    copies: [
      ...(cell.runCopies ?? []),
      environment,
      ...(details.runsSources ? [applicationCopy(details)] : []),
      ...(written === null ? [] : [written.copy]),
    ],
    volumes: written?.volumes ?? [],
    startFolder: details.startFolder,
    stopSignal: details.stopSignal,
    program: details.startWords,
    ignore: [
      '**/*.py[cod]',
      '**/.venv',
      '**/venv',
      '**/.*_cache',
      '**/.coverage',
      '**/htmlcov',
      '**/*.egg-info',
      '**/build/lib',
      '**/build/bdist.*',
      // What the program wrote on somebody's machine, a configuration with secrets among it.
      ...[...details.written.folders, ...details.written.databases].map(({ value }) =>
        details.workspace === null ? value : `${details.workspace.folder}/${value}`,
      ),
    ],
    // A package's metadata holds its README: without the file it can't be built.
    needed: [...(details.packaged ? ['README*'] : []), ...details.documents, ...neededMembers(workspace)],
    leftovers: memberLeftovers(workspace),
    needs: { certificates: !(cell.certificates ?? false), timeZones: !(cell.timeZones ?? false) },
  };
}

const noSecrets: InstallSecrets = { secretFiles: [], secrets: [] };

const environment: Copy = { from: 'build', sources: ['/venv'], target: '/venv' };

/** Cargo's downloads and what it compiled, where the project's own code is Rust. https://doc.rust-lang.org/cargo/reference/environment-variables.html */
function compilerCaches(
  { packaged, versionVariable, systemPackages: needs }: PythonDetails,
  home: string,
): PythonBuild['compiler'] {
  const version = versionVariable === null ? [] : [`${versionVariable}=0.0.0`];
  if (!packaged || !needs.some(({ value }) => value === 'rust')) return { caches: [], settings: version };
  const target = `${home}/.cache/cargo-target`;
  return {
    caches: [`${home}/.cargo/registry`, target],
    settings: [`CARGO_TARGET_DIR=${target}`, ...version],
  };
}

/** The app's own tree, with what the build stage has added to it. */
function applicationCopy({ collects, writesVersion, workspace }: PythonDetails): Copy {
  const folder = workspace === null ? '' : `${workspace.folder}/`;
  return collects === null && !writesVersion
    ? { from: null, sources: [folder === '' ? '.' : folder], target: folder === '' ? '.' : './' }
    : { from: 'build', sources: [`/app/${folder}`], target: './' };
}

/** Of a workspace only the members that the app needs. */
function projectSources({ workspace, installedMembers }: PythonDetails): Copy[] {
  const folders = workspace === null ? installedMembers : [...workspace.needs, workspace.folder];
  if (folders === null) return [{ from: null, sources: ['.'], target: '.' }];
  return folders.map((path) => ({ from: null, sources: [`${path}/`], target: `./${path}/` }));
}

/** Commands of the app at build time load the libraries that it runs with. */
function stageOf(context: PlanContext, { collects }: PythonDetails): ReturnType<typeof buildStage> {
  const stage = buildStage(context);
  const { run } = systemPackages(context.facts, context.base);
  if (collects === null || run.length === 0) return stage;
  const packages = [...new Set([...stage.packages, ...run])];
  return { ...stage, packages, packageManager: context.base.packageManager };
}

/** Without a lock file one is made; one without markers gets them, and keeps its versions. */
function relock({ lockFile, lacksMarkers }: PythonDetails): string | null {
  if (lockFile === null) return 'pdm lock';
  return lacksMarkers ? 'pdm lock --update-reuse --strategy inherit_metadata' : null;
}

/**
 * `poetry==2.5.1`: an unpinned tool breaks builds that nobody touched. Poetry's export is a plugin, which suits
 * some versions of Poetry only: pip takes the newest that does. PDM says by an extra with which releases of its own
 * dependencies it was tested.
 */
function toolPins(manager: string, details: PythonDetails): string[] {
  const stated = details.packageManagerVersion?.value;
  const exact = stated !== undefined && /^\d+(\.\d+)*$/.test(stated) ? stated : knownVersion(manager);
  const name = manager === 'pdm' ? 'pdm[locked]' : manager;
  const tool = exact === undefined ? name : `${name}==${exact}`;
  const plugin = 'poetry-plugin-export';
  return manager === 'poetry' ? [tool, `${plugin}<=${knownVersion(plugin)}`] : [tool];
}

function knownVersion(tool: string): string | undefined {
  return loadPackageManagers().versions[tool];
}

/** Poetry, Pipenv and PDM only say what to install: the language's own image serves, whatever the base. */
function toolImage(
  manager: string,
  { companions, language, version }: PlanContext,
  { packageManagerVersion: stated }: PythonDetails,
): string | null {
  if (manager === 'pip') return null;
  // The project's own version: uv refuses to work where required-version names another.
  if (manager === 'uv')
    return stated ? companions.uv.image.replace(/:[^:]*$/, `:${stated.value}`) : companions.uv.image;
  const newest = language.versions.find(({ cycle }) => cycle === version.cycle);
  return buildImage('python', 'debian-slim', newest?.patch ?? version.patch);
}
