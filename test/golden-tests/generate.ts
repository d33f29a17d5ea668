import path from 'node:path';
import { decideFor, type Decided } from '../../src/doors/decide-for.js';
import { prepareFiles, type Prepared } from '../../src/doors/prepare-files.js';
import { packageRoot } from '../../src/package-root.js';
import { openProject } from '../../src/project/folder-view.js';
import { parseFlags } from '../../src/questions/parse-flags.js';
import type { GoldenCase } from './cases.js';

/** Where projects, overlays and expected output lie. */
export const goldenFolder = path.join(packageRoot(), 'test/golden');

export function projectFolder({ project }: GoldenCase): string {
  return path.join(goldenFolder, 'projects', project);
}

export function expectedFolder({ name }: GoldenCase): string {
  return path.join(goldenFolder, 'expected', name);
}

export interface Generated {
  readonly decided: Decided;
  readonly prepared: Prepared;
  /** Text by path, as it would be written. */
  readonly files: Readonly<Record<string, string>>;
}

/** What the tool makes of a case, with nobody asked and nothing written. */
export async function generate(golden: GoldenCase): Promise<Generated> {
  const { answers, settings } = parseFlags([...golden.flags, '--yes']);
  const root = projectFolder(golden);
  const project = openProject(root);
  const decided = await decideFor(project, answers, null, () =>
    Promise.reject(new Error('nothing is pinned here')),
  );
  const prepared = prepareFiles({ project, root, cwd: goldenFolder }, decided, settings.templates);
  const files = Object.fromEntries(prepared.changes.map(({ path: file, after }) => [file, after]));
  return { decided, prepared, files };
}
