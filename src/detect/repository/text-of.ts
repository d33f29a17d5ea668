import { InputError } from '../../errors.js';
import type { ProjectView } from '../../project/view.js';

/** A file's text, empty where it is none of a sane size: files that are not this tool's business are no reason to stop. */
export function textOf(project: ProjectView, path: string): string {
  try {
    return project.read(path)?.text ?? '';
  } catch (error) {
    if (error instanceof InputError) return '';
    throw error;
  }
}
