import type { Fact } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';

/** What a platform's file says of an app. Absent: nothing. */
export interface Statement {
  /** The start command, as written. */
  readonly start?: Fact<string> | null;
  /** The build command, as written. */
  readonly build?: Fact<string> | null;
  /** Where the platform reaches the app. */
  readonly port?: Fact<number> | null;
  /** Settings that it gives to the app or to its build. */
  readonly variables?: ReadonlyMap<string, Fact<string>>;
  /** Versions by language: `{ go: 1.24 }`. */
  readonly versions?: Readonly<Record<string, Fact<string>>>;
  /** Packages of Debian, by name. */
  readonly packages?: readonly Fact<string>[];
}

/** A file of a platform, or of a tool that builds for one. */
export interface PlatformFile {
  /** Reads the file at the view's root; null where there is none, or none of this platform. */
  (project: ProjectView): Statement | null;
}
