import type { Fact } from '../fact.js';
import { joinPaths } from '../project/project-path.js';
import type { ProjectView } from '../project/view.js';
import type { AppFacts } from './facts.js';
import { otherBuildTool } from './go/build-tools.js';
import { cgoUse } from './go/cgo.js';
import { embedWarning, missingEmbeds } from './go/embedded.js';
import { frontEndOf } from './go/front-end.js';
import { goFramework } from './go/framework.js';
import { loneModule } from './go/lone-module.js';
import { listening } from './go/listening.js';
import { mainPackage, moduleName } from './go/main-package.js';
import { goVersion } from './go/module.js';
import { readModules } from './go/modules.js';
import { moduleFiles, outsideModules } from './go/module-files.js';
import { packagesOf, sourcesOfProgram } from './go/packages.js';
import { runtimePaths } from './go/runtime-paths.js';
import { statedBuilds } from './go/stated-builds.js';
import { statedProgram, withPort } from './go/stated-program.js';
import { goSources } from './go/sources.js';
import { defineLanguage } from './language.js';
import { askedCommand } from './stated-command.js';
import { platformStart } from './platform/platform-start.js';
import { detectRhel } from './rhel.js';

/** Go: modules, their version, the program that is built. https://go.dev/ref/mod */
export const go = defineLanguage({
  id: 'go',
  marks: ['go.mod', 'go.work'],
  scripts: ['main.go'],
  detect: detectGo,
});

/** What platforms give to `$PORT` where nothing else is known. */
const defaultPort = 8080;

/**
 * Reads a Go app. `start` names the package that is built (`./cmd/api`) where several are there. Throws
 * InputError `no-go-module`, `no-main-package`, `several-main-packages` or `no-such-package`.
 */
export function detectGo(project: ProjectView, start: Fact<string> | null = null): AppFacts {
  const allSources = goSources(project);
  const lone = loneModule(project, allSources);
  const modules = lone ?? readModules(project);
  const packages = packagesOf(allSources, modules);
  const command = start === null ? platformStart(project, 'go') : askedCommand(start);
  const program = statedProgram(command);
  const builds = statedBuilds(project);
  const main = mainPackage(packages, modules, start, program, builds);
  const sources = sourcesOfProgram(main.folder, packages, modules);
  const { port, portVariable, warnings: addresses } = listening(sources);
  const cgo = cgoUse(sources, modules);
  const runtime = runtimePaths(project, sources, modules);
  const missing = missingEmbeds(project, sources);
  const frontEnd = missing[0] === undefined ? null : frontEndOf(project, missing[0]);
  const stated = modules.workspace ?? modules.all[0]!;
  const name = moduleName(modules);
  return {
    language: stated.file.fact('go', 0),
    version: goVersion(stated) ?? goVersion(modules.all[0]!),
    packageManager: stated.file.fact('gomod', 0),
    framework: goFramework(sources),
    entry: { value: main.folder === '' ? main.file.value : main.folder, source: main.file.source },
    start: program?.command ?? null,
    port,
    portVariable,
    nativeCode: cgo.needed,
    needsGlibc: cgo.needed,
    handlesSigterm: { value: true, source: 'default: a Go program ends on SIGTERM, as process 1 too' },
    name: name === null ? null : { value: name, source: modules.all[0]!.path!.source },
    appVersion: null,
    description: null,
    rhel: detectRhel(project),
    warnings: [
      ...main.warnings,
      ...otherBuildTool(project),
      ...outsideModules(modules),
      ...addresses,
      ...cgo.warnings,
      ...(frontEnd === null ? missing.map(embedWarning) : []),
    ],
    details: {
      kind: 'go',
      frontEnd,
      packageFolders: ['docs', 'test', 'tests'].filter((folder) =>
        [...packages.keys()].some((path) => path === folder || path.startsWith(`${folder}/`)),
      ),
      namesModule: lone === null,
      mainPackage: main.folder === '' ? '.' : `./${main.folder}`,
      binary: main.binary,
      vendored: project.has(joinPaths(modules.workspace ? '' : modules.all[0]!.folder, 'vendor/modules.txt')),
      moduleFiles: moduleFiles(project, modules),
      runtimeFolders: runtime.folders,
      runtimeFiles: runtime.files,
      arguments: (program?.arguments ?? []).map((word) => withPort(word, port?.value ?? defaultPort)),
      environment: program?.environment ?? {},
    },
  };
}
