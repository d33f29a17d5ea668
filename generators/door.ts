import path from 'node:path';
import Generator from 'yeoman-generator';
import type { Place } from '../src/doors/prepare-files.js';
import { openProject } from '../src/project/folder-view.js';
import { fromYeomanOptions } from '../src/questions/from-yeoman-options.js';
import type { Request } from '../src/questions/given.js';
import { options as table } from '../src/questions/questions.js';
import { readStoredAnswers } from '../src/questions/stored-answers.js';
import { helpText } from '../src/show/help-text.js';
import { orExit } from './yeoman-exit.js';

export type DoorOptions = ConstructorParameters<typeof Generator>[1] & Readonly<Record<string, unknown>>;

/** What all our Yeoman generators have in common: the table's options, its help, and errors without a stack. */
export abstract class Door extends Generator {
  protected readonly request: Request;

  constructor(words: string[], options: DoorOptions) {
    // Before Yeoman's constructor: it converts options, and reads .yo-rc.json with messages of its own.
    const request = orExit(options['json'] === true, () => readRequest(words, options));
    super(words, options);
    this.request = request;
    for (const { id, flag, kind, help } of table) {
      if (id === 'help' || id === 'version') continue;
      this.option(flag, {
        type: kind === 'yes-no' || kind === 'switch' ? Boolean : String,
        description: help,
      });
    }
  }

  protected place(): Place {
    const root = this.destinationRoot();
    return { project: openProject(root), root, cwd: this.env.cwd };
  }

  override help(): string {
    return helpText('yo baseimage');
  }

  /** Yeoman would read package.json for it, and stumble over a broken one before we can say where. */
  override determineAppname(): string {
    return path.basename(this.destinationRoot());
  }
}

const nothingAsked: Request = {
  answers: {},
  settings: { yes: false, force: false, dryRun: false, diff: false, json: false, templates: [] },
};

function readRequest(words: readonly string[], options: DoorOptions): Request {
  if (options['help'] === true) return nothingAsked;
  const request = fromYeomanOptions(words, options);
  readStoredAnswers(openProject(folderOf(options)));
  return request;
}

function folderOf(options: DoorOptions): string {
  const { destinationRoot, env } = options as { destinationRoot?: string; env?: { cwd: string } };
  return destinationRoot ?? env?.cwd ?? process.cwd();
}
