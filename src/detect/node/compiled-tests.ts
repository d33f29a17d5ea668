import type { ProjectView } from '../../project/view.js';

/** Folders that hold nothing that runs, as a rule. */
export const restFolders = ['docs', 'test', 'tests'];

/**
 * Those of them that TypeScript compiles together with the sources: without them it would stop at a reference, or lay out
 * its output in another way. A bundler's output does not depend on them.
 */
export function compiledTests(project: ProjectView): string[] {
  const settings = project.read('tsconfig.build.json') ?? project.read('tsconfig.json');
  if (settings === null || /"noEmit"\s*:\s*true/.test(settings.text)) return [];
  return restFolders.filter(
    (folder) =>
      project.hasFolder(folder) && (refersTo(settings.text, folder) || emits(settings.text, folder)),
  );
}

function refersTo(settings: string, folder: string): boolean {
  return new RegExp(String.raw`"path"\s*:\s*"(?:\.\/)?${folder}\b`).test(settings);
}

function emits(settings: string, folder: string): boolean {
  const isSettled = /"(?:rootDir|files)"\s*:/.test(settings);
  const named = new RegExp(String.raw`"(?:\.\/|\*\*\/)?${folder}\b`);
  if (isSettled || named.test(listOf(settings, 'exclude') ?? '')) return false;
  const included = listOf(settings, 'include');
  return included === null || named.test(included) || /"(?:\.\/)?(?:\*\*?|\.)(?:\/|")/.test(included);
}

/** What stands between the brackets of a list, null where there is none. */
function listOf(settings: string, key: string): string | null {
  return (
    new RegExp(String.raw`"${key}"\s*:\s*\[(?<value>[^\]]*)\]`).exec(settings)?.groups?.['value'] ?? null
  );
}
