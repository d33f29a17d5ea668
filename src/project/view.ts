import type { Fact } from '../fact.js';

/** One text file of a project, able to say on which line a thing stands. Line ends are LF here. */
export interface ProjectFile {
  /** POSIX path from the project's root. */
  readonly path: string;
  readonly text: string;
  /** A fact whose source is this file, with the line of `offset` (a character index into `text`) where given. */
  fact<T>(value: T, offset?: number): Fact<T>;
  /** The first match's `value` group (or first group) as a fact, null where nothing matches. */
  match(pattern: RegExp): Fact<string> | null;
  /** The line (from 1) on which `needle` first stands, or null. */
  lineOf(needle: string): number | null;
}

/**
 * What detectors see of a project: read-only, never outside of its root, each file read at most once.
 * Folders that hold no sources of the project (`node_modules`, `.git`, virtual environments, build
 * output …) are never walked.
 */
export interface ProjectView {
  /** Every file below the root, POSIX paths, sorted; walked when first asked for. */
  readonly files: readonly string[];
  /** Is there a regular file at this path? Never walks. */
  has(path: string): boolean;
  /** Is there a folder at this path? Never walks. */
  hasFolder(path: string): boolean;
  /**
   * The file's text, or null where there is none. Throws InputError where it can't be a text of a sane
   * size: a fifo, a folder, a symbolic link out of the project, more than 5 MB, binary.
   */
  read(path: string): ProjectFile | null;
  /** Parsed JSON (comments and trailing commas allowed where `path` is a tsconfig), or null where there is no file. Throws InputError with file and line. */
  json(path: string): Parsed | null;
  toml(path: string): Parsed | null;
  yaml(path: string): Parsed | null;
  /** The same project seen from a folder of it. */
  below(folder: string): ProjectView;
}

/** A parsed manifest: its value, and facts that know the line of the key they came from. */
export interface Parsed {
  readonly file: ProjectFile;
  readonly value: unknown;
  /** The value at a path of keys, as a fact; null where it is absent. `get('scripts', 'start')`. */
  get(...keys: string[]): Fact<unknown> | null;
  /** As `get`, but only where it is a string. */
  string(...keys: string[]): Fact<string> | null;
}
