import type { Fact, Warning } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import type { StatedCommand } from '../stated-command.js';
import type { OwnListening } from './listening.js';
import type { PythonSource } from './sources.js';

/** What the ways to start an app look at. */
export interface PythonApp {
  readonly project: ProjectView;
  /** What was asked for, or what a platform's file says. */
  readonly command: StatedCommand | null;
  /** Nearest to the root first. */
  readonly sources: readonly PythonSource[];
  readonly framework: string | null;
  /** Will this package be installed? Normalized name. */
  installs(name: string): boolean;
  readonly packaged: boolean;
  readonly listening: OwnListening;
}

/** A way to start an app, before its server and address are looked at. */
export interface Launch {
  /** The command in words. */
  readonly words: readonly string[];
  /** The file it starts in. */
  readonly entry: Fact<string>;
  /** Where the command itself was read, null where it follows from the sources. */
  readonly command: Fact<string> | null;
  /** Does it run files of the project's tree? False: a program that installing the project brings. */
  readonly runsSources: boolean;
  readonly environment: Readonly<Record<string, string>>;
  /** The folder that it is started in, from the app's root; absent: the root. */
  readonly folder?: string;
  /** Where the command says by a variable which port is its own. */
  readonly port?: Fact<number>;
  readonly warnings: readonly Warning[];
}

/** A launch that follows from the sources and needs nothing more. */
export function launch(
  words: readonly string[],
  entry: Fact<string>,
  warnings: readonly Warning[] = [],
): Launch {
  return { words, entry, command: null, runsSources: true, environment: {}, warnings };
}
