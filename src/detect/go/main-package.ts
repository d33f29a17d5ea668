import { InputError } from '../../errors.js';
import type { Fact, Warning } from '../../fact.js';
import { joinPaths, projectPath } from '../../project/project-path.js';
import { commandLine } from '../shell-words.js';
import type { GoModules } from './modules.js';
import { listensOpenly } from './listening.js';
import { sourcesOfProgram, type GoPackage } from './packages.js';
import type { StatedProgram } from './stated-program.js';

/** The program that is built. */
export interface MainPackage {
  /** From the app's root, `''` for the root. */
  readonly folder: string;
  /** The file with `func main()`. */
  readonly file: Fact<string>;
  readonly binary: string;
  readonly warnings: readonly Warning[];
}

/** Folders whose programs serve the project's own development. */
const sideFolders =
  /(^|\/)(?:_?examples?|tests?|e2e|hack|tools?|scripts?|docs?|bench(?:marks?)?|gen(?:erator|erate)?|codegen|internal|testutil|migrations?|third_party)(\/|$)/;

/** Names that say that a program is the one that is deployed. */
const serverNames = ['server', 'api', 'app', 'web'];

/** What was asked for, and what files of platforms state. */
export interface Wanted {
  /** Where the programs are that count, `''` for all; what follows is as seen from there. */
  readonly folder: string;
  /** The start command that was asked for: `./cmd/api` names a package. */
  readonly start: Fact<string> | null;
  readonly stated: StatedProgram | null;
}

/**
 * Chooses the program: the one that `start` names (`./cmd/api`), the one that a platform's file starts, the one that a build command
 * names (`builds`, folders), the root, the only one, the one named as the module or as its server, the only one with a server's name, the only one that serves. Throws InputError
 * `several-main-packages` where none of these decides.
 */
export function mainPackage(
  packages: ReadonlyMap<string, GoPackage>,
  modules: GoModules,
  { folder: within, start, stated }: Wanted,
  builds: () => readonly Fact<string>[],
): MainPackage {
  const programs = [...packages.values()].filter(
    ({ folder, sources }) => lies(folder, within) && sources.some(({ main }) => main !== null),
  );
  if (programs.length === 0) throw noMainPackage(modules, packages, within);
  const named = start && namedBy(start, programs, within);
  if (named) return chosen(named, modules, []);
  const called = stated && programs.find((program) => isCalled(program, stated, within));
  if (called) return chosen(called, modules, []);
  const deployed = programs.filter(({ folder }) => !sideFolders.test(folder));
  const built = mostServing(
    (programs.length === 1 ? [] : builds()).flatMap(
      ({ value }) => programs.find(({ folder }) => folder === value && !sideFolders.test(folder)) ?? [],
    ),
    deployed,
    packages,
    modules,
  );
  if (built)
    return chosen(
      built,
      modules,
      built.folder !== '' && deployed.length > 1 ? [severalPrograms(built, deployed)] : [],
    );
  const candidates = deployed.length > 0 ? deployed : programs;
  const plain = candidates.find(({ folder }) => folder === within) ?? onlyOne(candidates);
  if (plain) return chosen(plain, modules, []);
  const favourite =
    namedAsModule(candidates, modules, packages) ??
    server(candidates) ??
    onlyOne(candidates.filter((program) => serves(program, packages, modules)));
  if (favourite) return chosen(favourite, modules, [severalPrograms(favourite, candidates)]);
  throw severalMainPackages(candidates);
}

/** The first that is built, unless it is a tool beside the only one that serves: releases often hold a client alone. */
function mostServing(
  built: readonly GoPackage[],
  deployed: readonly GoPackage[],
  packages: ReadonlyMap<string, GoPackage>,
  modules: GoModules,
): GoPackage | undefined {
  const [first] = built;
  if (first === undefined || deployed.length < 2 || serves(first, packages, modules)) return first;
  return onlyOne(deployed.filter((program) => serves(program, packages, modules))) ?? first;
}

/** `shopd` and `shop-server` go before `shop`, which then is what people call them with; so does the only one that serves. */
function namedAsModule(
  candidates: readonly GoPackage[],
  modules: GoModules,
  packages: ReadonlyMap<string, GoPackage>,
): GoPackage | undefined {
  const name = nameOfRoot(modules);
  const called = (wanted: string) => candidates.find(({ folder }) => lastName(folder) === wanted);
  const own = name === null ? undefined : called(name);
  if (own === undefined || name === null) return undefined;
  const itsServer = [`${name}d`, `${name}-server`, `${name}server`, `${name}-api`].flatMap(
    (wanted) => called(wanted) ?? [],
  )[0];
  return itsServer ?? mostServing([own], candidates, packages, modules);
}

/** Does anything that it is compiled from listen? */
function serves(
  { folder }: GoPackage,
  packages: ReadonlyMap<string, GoPackage>,
  modules: GoModules,
): boolean {
  return listensOpenly(sourcesOfProgram(folder, packages, modules));
}

/** The last word of the root module's path, a `/v2` left out: what `go build` would call the binary. */
export function moduleName({ all }: GoModules): string | null {
  const path = all[0]?.path?.value ?? '';
  const name =
    path
      .replace(/\/v\d+$/, '')
      .split('/')
      .at(-1) ?? '';
  return isFileName(name) ? name : null;
}

/** Of the modules that a go.work uses none stands for the whole. */
function nameOfRoot(modules: GoModules): string | null {
  return modules.all[0]?.folder === '' ? moduleName(modules) : null;
}

function chosen(
  { folder, sources }: GoPackage,
  modules: GoModules,
  warnings: readonly Warning[],
): MainPackage {
  const { main } = sources.find((source) => source.main !== null)!;
  const name = folder === '' ? moduleName(modules) : lastName(folder);
  return { folder, file: main!, binary: name !== null && isFileName(name) ? name : 'app', warnings };
}

/** `./cmd/api` names a package; anything that is no path of the project (`/app/server --flag`) is a command. */
function namedBy(start: Fact<string>, programs: readonly GoPackage[], within: string): GoPackage | null {
  const [program = ''] = start.value.split(/\s/);
  if (!/^\.(\/.*)?$/.test(program)) return null;
  const folder = projectPath(joinPaths(within, program.replace(/\/[^/]+\.go$/, '')));
  const found = programs.find((program) => program.folder === folder);
  if (found) return found;
  throw new InputError(
    'no-such-package',
    `${start.source}: ${start.value} is no package main`,
    `allowed: ${listed(programs)}`,
  );
}

function isCalled({ folder }: GoPackage, stated: StatedProgram, within: string): boolean {
  return stated.folder === null
    ? folder !== '' && lastName(folder) === stated.name
    : folder === joinPaths(within, stated.folder);
}

function onlyOne(programs: readonly GoPackage[]): GoPackage | undefined {
  return programs.length === 1 ? programs[0] : undefined;
}

function server(programs: readonly GoPackage[]): GoPackage | undefined {
  return onlyOne(programs.filter(({ folder }) => serverNames.includes(lastName(folder))));
}

function lies(folder: string, within: string): boolean {
  return within === '' || folder === within || folder.startsWith(`${within}/`);
}

function lastName(folder: string): string {
  return folder.split('/').at(-1) ?? '';
}

/** A name that needs no quoting in a Dockerfile, a shell or a path. */
function isFileName(name: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(name);
}

function listed(programs: readonly GoPackage[]): string {
  return programs.map(({ folder }) => (folder === '' ? '.' : `./${folder}`)).join(', ');
}

function severalPrograms(favourite: GoPackage, programs: readonly GoPackage[]): Warning {
  return {
    code: 'BI120',
    message: `${programs.length} programs are here (${listed(programs)}): ./${favourite.folder} is built; choose another with --app`,
    source: favourite.sources.find(({ main }) => main)?.main?.source ?? null,
  };
}

function severalMainPackages(programs: readonly GoPackage[]): InputError {
  return new InputError(
    'several-main-packages',
    `${programs.length} programs are here, and nothing says which one to build`,
    ['pick one:', ...programs.map(({ folder }) => commandLine(['--app', folder]))].join('\n'),
  );
}

/** Function services bring the program themselves. */
const functionServices: readonly (readonly [importPath: RegExp, name: string])[] = [
  [/^github\.com\/GoogleCloudPlatform\/functions-framework-go\//, 'the functions framework'],
  [/^github\.com\/aws\/aws-lambda-go\//, 'AWS Lambda'],
];

function noMainPackage(
  { all }: GoModules,
  packages: ReadonlyMap<string, GoPackage>,
  within: string,
): InputError {
  const imports = [...packages.values()].flatMap(({ sources }) =>
    sources.flatMap((source) => source.imports),
  );
  const service = functionServices.find(([path]) => imports.some(({ value }) => path.test(value)));
  const place = all[0]?.path?.source ?? all[0]?.file.path ?? 'go.mod';
  return new InputError(
    'no-main-package',
    `${place}: ${within === '' ? 'the module' : within} has no package main with a func main()`,
    service === undefined
      ? 'a library needs no image; name the folder of a program with --app'
      : `these are functions for ${service[1]}: add a package main that starts it (cmd/main.go)`,
  );
}
