import type { Fact } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import { isObject } from '../node/manifest.js';

/** deno.json or deno.jsonc as detectors ask for it. https://docs.deno.com/runtime/fundamentals/configuration/ */
export interface DenoSettings {
  /** `deno.json`, `deno.jsonc`; null where there is none. */
  readonly path: string | null;
  string(...keys: string[]): Fact<string> | null;
  get(...keys: string[]): Fact<unknown> | null;
  /** The command of a task, in either way of writing it. */
  task(name: string): Fact<string> | null;
  /** What the imports stand for: `npm:hono@4`, `jsr:@std/assert@1`. */
  readonly imports: readonly Fact<string>[];
}

const names = ['deno.json', 'deno.jsonc'];

/** Throws InputError where the file is broken. */
export function denoSettings(project: ProjectView): DenoSettings {
  const path = names.find((name) => project.has(name)) ?? null;
  const file = path === null ? null : project.json(path);
  const imports = file?.get('imports')?.value;
  const keys = isObject(imports) ? Object.keys(imports) : [];
  return {
    path,
    string: (...at) => file?.string(...at) ?? null,
    get: (...at) => file?.get(...at) ?? null,
    task: (name) => file?.string('tasks', name) ?? file?.string('tasks', name, 'command') ?? null,
    imports: keys.flatMap((key) => file?.string('imports', key) ?? []),
  };
}
