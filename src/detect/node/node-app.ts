import type { Fact } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import type { Manifest } from './manifest.js';

/** What every part of Node's detection reads from. */
export interface NodeApp {
  readonly project: ProjectView;
  /** The start command that was asked for, null where none was. */
  readonly asked: Fact<string> | null;
  readonly manifest: Manifest;
  /** A path from the app's root as sources name it: from the project's root. */
  place(path: string): string;
}
