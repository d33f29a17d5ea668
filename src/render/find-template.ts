import path from 'node:path';
import type { TemplateRoot } from './render.js';
import { statTemplate } from './stat-template.js';

/** A template that was found: its absolute file and the root it is in. */
export interface FoundTemplate {
  readonly file: string;
  readonly root: TemplateRoot;
}

/** Names from a template root; `..` and absolute paths have no form here. */
const templatePath = /^\.?[\w-][\w.-]*(\/\.?[\w-][\w.-]*)*$/;

/** The first file of the roots at `template` (POSIX, below a root), null where none has one. Throws InputError `unreadable`. */
export function findTemplate(template: string, roots: readonly TemplateRoot[]): FoundTemplate | null {
  if (!templatePath.test(template)) return null;
  for (const root of roots) {
    const file = path.join(root.folder, ...template.split('/'));
    if (statTemplate(file)?.isFile()) return { file, root };
  }
  return null;
}
