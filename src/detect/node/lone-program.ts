import { isBuiltin } from 'node:module';
import type { ProjectView } from '../../project/view.js';
import { appAt } from './app-at.js';
import { programSources } from './program-sources.js';
import { usualFiles } from './start.js';

/** Names of programs that say Node.js by themselves, the usual ones first. */
export const loneNames: readonly string[] = usualFiles.filter((path) => /^\w+\.m?js$/.test(path));

/** Is there a program without a manifest that needs none: all it imports is Node.js' own or the project's? */
export function isLoneProgram(project: ProjectView): boolean {
  const entry = loneNames.find((name) => project.has(name));
  if (entry === undefined) return false;
  const sources = programSources(appAt(project, null, null), { script: null, output: null }, entry);
  return (
    doesSomething.test(sources[0]?.code ?? '') &&
    sources.every(({ code }) => !ofBrowsers.test(code) && packagesOf(code).length === 0)
  );
}

/** When it is run, beside what it gives to others. */
const doesSomething = /\.listen\(|^(?:await[ \t]+)?(?:console|process)\.|^(?:await[ \t]+)?\w+\(\)/m;
const ofBrowsers = /\b(?:document|window|localStorage)\./;
const imports = /(?:\bfrom|\bimport|\brequire[ \t]*\()[ \t]*\(?[ \t]*(['"])([^'"\n]+)\1/g;

function packagesOf(code: string): string[] {
  return [...code.matchAll(imports)]
    .map(([, , name]) => name ?? '')
    .filter((name) => !/^[./#]/.test(name) && !isBuiltin(name));
}
