import { printJson, processIo } from '../../src/cli/io.js';
import { agreedChanges } from '../../src/doors/agreed-changes.js';
import { registriesSeenFrom } from '../../src/doors/ask-registries.js';
import { decideFor, type Decided } from '../../src/doors/decide-for.js';
import { prepareFiles, type Prepared } from '../../src/doors/prepare-files.js';
import { planDocument } from '../../src/plan/plan-document.js';
import type { Change } from '../../src/reconcile/reconcile.js';
import { printDifference } from '../../src/show/difference.js';
import { paintFor } from '../../src/show/paint.js';
import { runText, writtenText } from '../../src/show/run-text.js';
import { writeFiles } from '../../src/write/write.js';
import { Door } from '../door.js';
import { orExitLater } from '../yeoman-exit.js';
import { answersQuestions, atTerminal, yeomanPerson } from '../yeoman-person.js';

/** `yo baseimage`: the same engine and the same files as the command `baseimage`. */
export default class AppGenerator extends Door {
  #decided!: Decided;
  #prepared!: Prepared;

  async prompting(): Promise<void> {
    await orExitLater(this.request.settings.json, async () => {
      const { answers, settings } = this.request;
      const place = this.place();
      const mayAsk = answersQuestions(this) && !settings.yes && !settings.json;
      this.#decided = await decideFor(
        place.project,
        answers,
        mayAsk ? yeomanPerson(this) : null,
        registriesSeenFrom(process),
      );
      this.#prepared = prepareFiles(place, this.#decided, settings.templates);
      const conflictWord = settings.force ? 'overwrite' : 'conflict';
      this.log(
        runText(this.#decided.outcome, this.#prepared, conflictWord, paintFor(process.stderr, process.env)),
      );
    });
  }

  async writing(): Promise<void> {
    await orExitLater(this.request.settings.json, async () => {
      const { settings } = this.request;
      const { changes } = this.#prepared;
      const { stdout, stderr, env } = process;
      // With --json, standard output belongs to the document.
      if (settings.diff) await printDifference(changes, settings.json ? stderr : stdout, env);
      const mayAsk = atTerminal(this) && !settings.yes && !settings.json;
      const agreed = await agreedChanges(changes, settings, mayAsk ? yeomanPerson(this) : null);
      this.#write(agreed);
      this.log(writtenText(agreed));
      if (settings.json) printJson(processIo(this.env.cwd), planDocument(this.#decided.outcome, changes));
    });
  }

  /** Not by Yeoman's commit, which may leave a file half written when it is killed. */
  #write(changes: readonly Change[]): void {
    writeFiles(this.destinationRoot(), changes);
    for (const change of changes) this.#tellYeoman(change);
  }

  /** Generators that run after this one, and yeoman-test, look for files in Yeoman's memory. */
  #tellYeoman({ path, after }: Change): void {
    const file = this.destinationPath(path);
    this.fs.write(file, after);
    const entry = this.env.sharedFs.get(file) as {
      state?: string;
      stateCleared?: string;
      committed?: boolean;
    };
    delete entry.state;
    entry.stateCleared = 'modified';
    entry.committed = true;
  }
}
