import type { Fact } from '../../fact.js';
import type { ProjectFile, ProjectView } from '../../project/view.js';
import { hinted, occurs } from '../pattern.js';
import type { GoModules } from './modules.js';
import type { GoSource } from './sources.js';
import { buildScripts, releaseFiles } from './stated-builds.js';

/** `-X main.version=$(VERSION)`, `-X '{{.ModulePath}}/x.Version={{.Version}}'`: a value that is filled in, for a name that says version. */
const setting = /-X[ =]["']?(?<name>[\w.\-/$(){}]{1,200}\.\w*[vV]ersion)=["']?(?<value>\$|\{\{)/g;

/**
 * The variables that the project's own builds set to the version by the linker's `-X`: `main.version`. Only those that the program
 * declares: the linker passes over others in silence. https://pkg.go.dev/cmd/link
 */
export function versionVariables(
  project: ProjectView,
  sources: readonly GoSource[],
  modules: GoModules,
): Fact<string>[] {
  const files = [...buildScripts, ...releaseFiles].flatMap((path) => project.read(path) ?? []);
  const stated = files.flatMap((file) => [...statedNames(file), ...releaseDefault(file)]);
  const first = new Map(stated.toReversed().map((fact) => [fact.value, fact]));
  return [...first.values()].filter(({ value }) => isDeclared(value, sources, modules)).reverse();
}

function statedNames(file: ProjectFile): Fact<string>[] {
  return [...file.text.matchAll(setting)].flatMap(({ groups, index }) => {
    const name = filledIn(groups?.['name'] ?? '', file);
    return name === null ? [] : [file.fact(name, index)];
  });
}

/** Make's `$(PKG)/version.Version`, where the same file says what PKG is; null where it does not. */
function filledIn(name: string, file: ProjectFile): string | null {
  const filled = name.replace(/\$[({](?<variable>\w+)[)}]/g, (whole, variable: string) => {
    const value = new RegExp(`^[ \\t]*${variable}[ \\t]*[:?]{0,2}=[ \\t]*["']?([\\w./-]+)["']?[ \\t]*$`, 'm');
    return value.exec(file.text)?.[1] ?? whole;
  });
  return /^[\w./-]+$/.test(filled) ? filled : null;
}

/** What GoReleaser sets where its file says nothing of ldflags. https://goreleaser.com/customization/builds/go/ */
function releaseDefault(file: ProjectFile): Fact<string>[] {
  if (!/^\.goreleaser\.ya?ml$/.test(file.path) || /^\s*-?\s*ldflags:/m.test(file.text)) return [];
  return [file.fact('main.version', Math.max(0, file.text.search(/^builds:/m)))];
}

/** Does a source of that package hold `var version = "dev"`, alone or in a group? */
function isDeclared(name: string, sources: readonly GoSource[], modules: GoModules): boolean {
  const at = name.lastIndexOf('.');
  const path = name.slice(0, at);
  const folder = path === 'main' ? (sources[0]?.folder ?? null) : modules.folderOf(path);
  const variable = name.slice(at + 1);
  const declaration = hinted(
    new RegExp(variable),
    `^(?:var[ \\t]+|[ \\t]+)${variable}(?:[ \\t]+string\\b[ \\t]*(?:=|$)|[ \\t]*=[ \\t]*["\`])`,
    'm',
  );
  return sources.some((source) => source.folder === folder && occurs(declaration, source));
}
