import type { Fact } from '../../fact.js';
import { valueAt } from '../../project/parsed.js';
import type { Parsed } from '../../project/view.js';
import type { NodeApp } from './node-app.js';
import { shellCommands } from '../shell-words.js';
import { plain } from './typescript.js';

/** Tasks that every project in JavaScript or TypeScript inherits, from the workspace's root. https://moonrepo.dev/docs/concepts/task-inheritance */
const inherited = [
  '.moon/tasks/node.yml',
  '.moon/tasks/typescript.yml',
  '.moon/tasks/javascript.yml',
  '.moon/tasks.yml',
];

/** moon's own words (`$workspaceRoot`, `@out(0)`), and what only a shell does. */
const notPlain = /[$@|<>`]|^moon$/;

/** The command line of a task of moon's (moon.yml), null where there is none that can be run without moon. https://moonrepo.dev/docs/config/project#tasks */
export function moonTask(app: NodeApp, name: string): Fact<string> | null {
  const file = taskFile(app, name);
  if (file === null) return null;
  const task = ['tasks', name];
  const stated = file.get(...task, 'command') ?? file.get(...task, 'script');
  const words = [stated?.value, valueAt(file.value, [...task, 'args'])].flatMap(wordsOf);
  if (stated === null || words.length === 0 || words.some((word) => notPlain.test(word))) return null;
  return { value: words.join(' '), source: stated.source };
}

/** A task `build`. */
export interface MoonBuild {
  readonly script: Fact<string>;
  /** Its command, in words. */
  readonly tool: readonly string[];
  /** The folder that it writes to, from the app's root, null where it isn't known. */
  readonly output: string | null;
}

/** The task `build`, run as it stands: its program is one of the packages. */
export function moonBuild(app: NodeApp): MoonBuild | null {
  const line = moonTask(app, 'build');
  const [command, ...others] = shellCommands(line?.value ?? '');
  if (line === null || command === undefined || others.length > 0) return null;
  if (/^(?:npm|npx|pnpm|yarn|bun|noop)$/.test(command.words[0] ?? '')) return null;
  const output = wordsOf(valueAt(taskFile(app, 'build')?.value, ['tasks', 'build', 'outputs']))[0];
  return {
    script: { value: 'build', source: line.source },
    tool: command.words,
    output: output === undefined || /[*?{]/.test(output) ? null : plain(output),
  };
}

/** `node.version` of the workspace's tool chain. https://moonrepo.dev/docs/config/toolchain#node */
export function moonNode({ project, membership }: NodeApp): Fact<string> | null {
  const root = membership?.root ?? project;
  const path = ['.moon/toolchains.yml', '.moon/toolchain.yml'].find((name) => root.has(name));
  return path === undefined ? null : (root.yaml(path)?.string('node', 'version') ?? null);
}

function taskFile({ project, membership }: NodeApp, name: string): Parsed | null {
  const root = membership?.root ?? project;
  if (!root.hasFolder('.moon')) return null;
  const files = [project.yaml('moon.yml'), ...inherited.map((path) => root.yaml(path))];
  return files.find((file) => file?.get('tasks', name)) ?? null;
}

function wordsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((word): word is string => typeof word === 'string');
  return typeof value === 'string' ? value.split(/\s+/).filter(Boolean) : [];
}
