import type { Fact } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import { tableOf } from './shape.js';

/** The project's name as its manifest gives it. */
export function projectName(project: ProjectView): Fact<string> | null {
  const pyproject = project.toml('pyproject.toml');
  return (
    pyproject?.string('project', 'name') ??
    pyproject?.string('tool', 'poetry', 'name') ??
    project.read('setup.cfg')?.match(/^name[ \t]*=[ \t]*(?<value>[\w.-]+)/m) ??
    project.read('setup.py')?.match(/\bname[ \t]*=[ \t]*["'](?<value>[\w.-]+)["']/) ??
    null
  );
}

/** The programs that installing the project brings, in the order of its manifest. */
export function projectPrograms(project: ProjectView): Fact<string>[] {
  const pyproject = project.toml('pyproject.toml');
  const scripts = pyproject?.get('project', 'scripts') ?? pyproject?.get('tool', 'poetry', 'scripts') ?? null;
  const stated = scripts
    ? Object.keys(tableOf(scripts.value)).map((value) => ({ value, source: scripts.source }))
    : [...inSetup(project, 'setup.cfg'), ...inSetup(project, 'setup.py')];
  return stated.filter(({ value }) => /^[A-Za-z0-9][\w.-]*$/.test(value));
}

/** What such a program calls, as `shop.cli:main`; null where it can't be told. */
export function programTarget(project: ProjectView, program: string): string | null {
  const pyproject = project.toml('pyproject.toml');
  const stated =
    pyproject?.string('project', 'scripts', program) ??
    pyproject?.string('tool', 'poetry', 'scripts', program);
  if (stated) return stated.value;
  const line = new RegExp(
    String.raw`(?:["'\n])[ \t]*${program.replaceAll('.', '\\.')}[ \t]*=[ \t]*(?<value>[\w.]+:\w+)`,
  );
  return ['setup.cfg', 'setup.py'].flatMap((path) => project.read(path)?.match(line)?.value ?? [])[0] ?? null;
}

/** `console_scripts` as text: a list in setup.py, lines in setup.cfg. */
function inSetup(project: ProjectView, path: string): Fact<string>[] {
  const file = project.read(path);
  const block = file && /\bconsole_scripts["']?[ \t]*[=:][ \t]*(?<body>\[?[^\]]{0,2000})/.exec(file.text);
  if (!file || !block) return [];
  const line = /(?:^|["'\n])[ \t]*(?<value>[\w.-]+)[ \t]*=[ \t]*[\w.]+:\w+/g;
  return [...block.groups!['body']!.matchAll(line)].map(({ groups }) =>
    file.fact(groups!['value']!, block.index),
  );
}
