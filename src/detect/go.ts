import type { Fact } from '../fact.js';
import { joinPaths } from '../project/project-path.js';
import type { ProjectView } from '../project/view.js';
import { InputError } from '../errors.js';
import type { AppFacts, FrontEnd } from './facts.js';
import { otherBuildTool } from './go/build-tools.js';
import { buildTags } from './go/build-tags.js';
import { cgoUse } from './go/cgo.js';
import { climbingFlags } from './go/climbing-flags.js';
import { demandedByTags } from './go/demanded-settings.js';
import {
  embeds,
  embedWarning,
  ignoredBelow,
  missingEmbeds,
  neededForEmbeds,
  type Embed,
} from './go/embedded.js';
import { frontEndOf } from './go/front-end.js';
import { configuredPort } from './go/configured-port.js';
import { examplePort } from './go/example-port.js';
import { goFramework } from './go/framework.js';
import { generatedCode } from './go/generated.js';
import { loneModule } from './go/lone-module.js';
import { listening, listensOpenly } from './go/listening.js';
import { mainPackage, moduleName } from './go/main-package.js';
import { goVersion } from './go/module.js';
import { refuseDesktop } from './go/refuse-desktop.js';
import { refuseMissingPackages } from './go/missing-packages.js';
import { holdsSources, isBuiltAtRoot } from './go/module-at-root.js';
import { readModules } from './go/modules.js';
import { moduleFiles, outsideModules } from './go/module-files.js';
import { exampleSettings, missingSettings } from './go/missing-settings.js';
import { packagesOf, sourcesOfProgram } from './go/packages.js';
import { readyMade } from './go/ready-made.js';
import { runtimePaths } from './go/runtime-paths.js';
import { statedBuilds } from './go/stated-builds.js';
import { statedProgram, withPort } from './go/stated-program.js';
import { noSubCommand, subCommand } from './go/sub-commands.js';
import { surroundings } from './go/surroundings.js';
import { templGenerator } from './go/templ.js';
import { goSources } from './go/sources.js';
import { writtenFolders } from './go/written-folders.js';
import { versionVariables } from './go/version-variables.js';
import { defineLanguage, type Place } from './language.js';
import { askedCommand } from './stated-command.js';
import { writtenWarnings } from './written-warnings.js';
import { platformStart } from './platform/platform-start.js';
import { demandedWarnings } from './demanded-warning.js';
import { detectRhel } from './rhel.js';

/** Go: modules, their version, the program that is built. https://go.dev/ref/mod */
export const go = defineLanguage({
  id: 'go',
  marks: ['go.mod', 'go.work'],
  scripts: ['main.go'],
  detect: (project, start = null, place = null) =>
    place !== null && isBuiltAtRoot(place)
      ? detectGo(place.root, start, place.folder)
      : detectGo(project, start, '.', place),
  holds: (place) => isBuiltAtRoot(place) && holdsSources(place),
  mainApp: programOfRoot,
});

/** What platforms give to `$PORT` where nothing else is known. */
const defaultPort = 8080;

/** The folder of the program that the root's modules are about, null where nothing says which of several it is. */
function programOfRoot(project: ProjectView): Fact<string> | null {
  try {
    const modules = readModules(project);
    const packages = packagesOf(goSources(project), modules);
    const command = statedProgram(platformStart(project, 'go'));
    const { folder, file } = mainPackage(
      packages,
      modules,
      { folder: '', start: null, stated: command },
      () => statedBuilds(project),
    );
    return { value: folder || '.', source: file.source };
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/**
 * Reads a Go app. `folder`: where its programs are, POSIX, `.` for all of the project's; `start` names the package that is built (`./cmd/api`) where several are there. Throws
 * InputError `no-go-module`, `no-main-package`, `several-main-packages` or `no-such-package`.
 */
export function detectGo(
  project: ProjectView,
  start: Fact<string> | null = null,
  appFolder = '.',
  place: Place | null = null,
): AppFacts {
  const allSources = goSources(project);
  const lone = loneModule(project, allSources);
  const modules = lone ?? readModules(project);
  const packages = packagesOf(allSources, modules);
  const own = appFolder === '.' ? project : project.below(appFolder);
  const command = start === null ? platformStart(own, 'go') : askedCommand(start);
  const program = statedProgram(command);
  const main = mainPackage(
    packages,
    modules,
    { folder: appFolder === '.' ? '' : appFolder, start, stated: program },
    () => statedBuilds(project),
  );
  const tags = buildTags(project, main.folder);
  const compiled = tags.length === 0 ? packages : packagesOf(goSources(project, tags), modules);
  const sources = sourcesOfProgram(main.folder, compiled, modules);
  const templ = templGenerator(project, modules);
  const generated = generatedCode(project, sources);
  if (templ === null) refuseMissingPackages(project, sources, packages, modules, generated.folders);
  const { port: coded, isDefault, portVariable: named, ...address } = listening(sources);
  if (start === null && coded === null) refuseDesktop(sources);
  const cgo = cgoUse(sources, modules, tags);
  const embedded = embeds(sources);
  const ready = readyMade(sources);
  const climbing = program === null ? climbingFlags(project, sources, main.folder) : [];
  const runtime = runtimePaths(project, sources, modules, embedded, [
    ...(ready?.reads ?? []),
    ...climbing.map(({ path }) => path),
  ]);
  const shown = coded === null && ready === null ? examplePort(project, sources) : null;
  const portVariable = named ?? shown?.portVariable ?? null;
  const port =
    (isDefault ? null : coded) ??
    configuredPort(project, runtime) ??
    coded ??
    (ready && { value: ready.port, source: ready.source }) ??
    shown?.port ??
    configuredPort(project, { folders: [], files: exampleSettings(project, sources) });
  const missing = missingEmbeds(project, embedded);
  // The image sets the port itself.
  const demanded = demandedByTags(sources).filter(({ value }) => value !== portVariable?.value);
  const written = writtenFolders(project, sources, ready);
  const sub =
    program === null && ready === null
      ? subCommand(sources, main.binary, port !== null || listensOpenly(sources))
      : noSubCommand;
  const frontEnd = firstFrontEnd(project, [...missing, ...ignoredBelow(project, embedded)]);
  const stated = modules.workspace ?? modules.all[0]!;
  const name = appFolder === '.' ? moduleName(modules) : main.binary;
  const vendored = project.has(
    joinPaths(modules.workspace ? '' : modules.all[0]!.folder, 'vendor/modules.txt'),
  );
  return {
    language: stated.file.fact('go', 0),
    version: goVersion(stated) ?? goVersion(modules.all[0]!),
    packageManager: stated.file.fact('gomod', 0),
    framework: goFramework(sources),
    entry: { value: main.folder === '' ? main.file.value : main.folder, source: main.file.source },
    start: program?.command ?? sub.start,
    port,
    portVariable,
    nativeCode: cgo.needed,
    needsGlibc: cgo.glibc,
    handlesSigterm: { value: true, source: 'default: a Go program ends on SIGTERM, as process 1 too' },
    name: name === null ? null : { value: name, source: modules.all[0]?.path?.source ?? main.file.source },
    appVersion: null,
    description: null,
    rhel: detectRhel(project),
    neededSettings: demanded,
    warnings: [
      ...main.warnings,
      ...otherBuildTool(project),
      ...surroundings(project, sources, modules, vendored),
      ...outsideModules(modules, vendored, place),
      ...address.warnings,
      ...cgo.warnings,
      ...missing.filter(({ path }) => !frontEnd?.outputs.includes(path)).map(embedWarning),
      ...generated.warnings,
      ...sub.warnings,
      ...demandedWarnings(demanded),
      ...missingSettings(project, sources),
      ...writtenWarnings(written),
    ],
    details: {
      kind: 'go',
      frontEnd,
      packageFolders: ['docs', 'test', 'tests'].filter((folder) =>
        [...packages.keys()].some((path) => path === folder || path.startsWith(`${folder}/`)),
      ),
      builtAtRoot: appFolder !== '.',
      namesModule: lone === null,
      mainPackage: main.folder === '' ? '.' : `./${main.folder}`,
      binary: main.binary,
      vendored,
      moduleFiles: moduleFiles(project, modules),
      runtimeFolders: runtime.folders,
      runtimeFiles: runtime.files,
      written,
      libraries: cgo.libraries,
      muslTags: cgo.muslTags,
      tags,
      templ,
      generated: generated.folders,
      versionVariables: versionVariables(project, sources, modules),
      embedded: neededForEmbeds(embedded),
      arguments: (
        program?.arguments ?? [
          ...(ready?.words ?? sub.words),
          ...address.arguments,
          ...climbing.map(({ argument }) => argument),
        ]
      ).map((word) => withPort(word, port?.value ?? defaultPort)),
      environment: { ...ready?.environment, ...address.environment, ...program?.environment },
    },
  };
}

/** Of the first missing embed that a front end makes, with all that the same one makes beside it; the others are told. */
function firstFrontEnd(project: ProjectView, missing: readonly Embed[]): FrontEnd | null {
  const made = missing.flatMap((embed) => frontEndOf(project, embed) ?? []);
  const [first] = made;
  if (first === undefined) return null;
  const outputs = made.filter(({ folder }) => folder === first.folder).flatMap((other) => other.outputs);
  return { ...first, outputs: [...new Set(outputs)] };
}
