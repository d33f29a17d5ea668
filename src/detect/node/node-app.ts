import type { Fact } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import type { Manifest } from './manifest.js';
import type { NxBuild } from './nx.js';
import type { Membership } from './workspace.js';

/** What every part of Node's detection reads from. */
export interface NodeApp {
  readonly project: ProjectView;
  /** The start command that was asked for, null where none was. */
  readonly asked: Fact<string> | null;
  readonly manifest: Manifest;
  /** The workspace that the app is a member of, absent where it stands alone. */
  readonly membership?: Membership | null;
  /** How Nx builds the app, with paths from the app's root; absent or null where Nx is not told how. */
  readonly nx?: NxBuild | null;
  /** A path from the app's root as sources name it: from the project's root. */
  place(path: string): string;
}
