import type { Fact } from '../../fact.js';
import type { Parsed, ProjectView } from '../../project/view.js';
import { normalizedName } from './name.js';
import type { ProductionGroups } from './production-groups.js';
import { requirement, type Requirement } from './requirement.js';
import type { RequirementsFiles } from './requirements-files.js';
import { tableOf, textOf, textsOf } from './shape.js';

/** Characters. The longest lists of real projects have some hundred lines. */
const longestList = 20_000;

/** Every run-time dependency that the project declares, wherever it does. Development groups are left out. */
export function declaredRequirements(
  project: ProjectView,
  { requirements }: RequirementsFiles,
  { extras, groups }: ProductionGroups,
): Requirement[] {
  const pyproject = project.toml('pyproject.toml');
  return [
    ...requirements,
    ...listed(pyproject, 'project', 'dependencies'),
    ...extras.flatMap((name) => listed(pyproject, 'project', 'optional-dependencies', name)),
    ...groups.flatMap((name) => [
      ...listed(pyproject, 'dependency-groups', name),
      ...listed(pyproject, 'tool', 'pdm', 'dev-dependencies', name),
      ...tabled(pyproject, 'tool', 'poetry', 'group', name, 'dependencies'),
    ]),
    ...tabled(pyproject, 'tool', 'poetry', 'dependencies').filter(({ name }) => name !== 'python'),
    ...tabled(project.toml('Pipfile'), 'packages'),
    ...setupCfg(project),
    ...setupPy(project),
  ];
}

/** A list of requirement strings, each with the line it stands on. */
function listed(manifest: Parsed | null, ...keys: string[]): Requirement[] {
  const list = manifest?.get(...keys);
  if (!manifest || !list) return [];
  const from = Math.max(0, manifest.file.text.indexOf(keys.at(-1)!));
  return textsOf(list.value).flatMap((text) => {
    const offset = manifest.file.text.indexOf(text, from);
    return (
      requirement({
        value: text,
        source: offset === -1 ? list.source : manifest.file.fact(0, offset).source,
      }) ?? []
    );
  });
}

/** `name = "^1.2"` and `name = { version = "1.2", extras = ["x"], git = "…" }`. */
function tabled(manifest: Parsed | null, ...keys: string[]): Requirement[] {
  const table = manifest?.get(...keys);
  if (!manifest || !table) return [];
  return Object.entries(tableOf(table.value)).flatMap(([name, value]) => {
    const { version, extras, git, optional } = tableOf(value);
    if (optional === true) return [];
    return [
      {
        name: normalizedName(name),
        extras: textsOf(extras),
        specifier: specifierIn(textOf(value) ?? textOf(version) ?? '', manifest),
        fromGit: git !== undefined,
        source: manifest.get(...keys, name)?.source ?? table.source,
      },
    ];
  });
}

/** Poetry takes a bare `1.2.3` as exact, Pipfile asks for `==`. */
function specifierIn(constraint: string, { file }: Parsed): string {
  const bare = !file.path.endsWith('Pipfile') && /^\d+\.\d+\.\d+$/.test(constraint);
  return bare ? `==${constraint}` : constraint;
}

function setupCfg(project: ProjectView): Requirement[] {
  const file = project.read('setup.cfg');
  const found = file && /^install_requires[ \t]*=((?:[^\n]*\n?)(?:[ \t]+[^\n]*\n?)*)/m.exec(file.text);
  if (!found) return [];
  const start = found.index + found[0].length - found[1]!.length;
  return facts(found[1]!.slice(0, longestList), /[^\n]+/g, (value, offset) =>
    file.fact(value, start + offset),
  );
}

/** Only what stands there literally: a setup.py is a program. */
function setupPy(project: ProjectView): Requirement[] {
  const file = project.read('setup.py');
  const found = file && /\binstall_requires\s*=\s*\[([^\]]{0,5000})\]/.exec(file.text);
  if (!found) return [];
  const start = found.index + found[0].length - found[1]!.length - 1;
  return facts(found[1]!, /(?<=["'])[A-Za-z][^"'\n]*(?=["'])/g, (value, offset) =>
    file.fact(value, start + offset),
  );
}

function facts(
  text: string,
  pattern: RegExp,
  fact: (value: string, offset: number) => Fact<string>,
): Requirement[] {
  return [...text.matchAll(pattern)].flatMap(
    (found) =>
      requirement(fact(found[0].trim(), found.index + found[0].length - found[0].trimStart().length)) ?? [],
  );
}
