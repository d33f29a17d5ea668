import { decideFor, type Decided } from '../../src/doors/decide-for.js';
import { prepareFiles, type Prepared } from '../../src/doors/prepare-files.js';
import { confirmWriting, settleConflicts } from '../../src/doors/settle-conflicts.js';
import { planDocument } from '../../src/plan/plan-document.js';
import type { Change } from '../../src/reconcile/reconcile.js';
import { paintFor, showsColours } from '../../src/show/paint.js';
import { runText } from '../../src/show/run-text.js';
import { refuseOverwrites } from '../../src/write/refuse-overwrites.js';
import { writeFiles } from '../../src/write/write.js';
import { Door } from '../door.js';
import { orExitLater } from '../yeoman-exit.js';
import { answersQuestions, atTerminal, yeomanPerson } from '../yeoman-person.js';

/** `yo baseimage`: the same engine and the same files as the command `baseimage`. */
export default class AppGenerator extends Door {
  #decided!: Decided;
  #prepared!: Prepared;

  async prompting(): Promise<void> {
    await orExitLater(async () => {
      const { answers, settings } = this.request;
      const place = this.place();
      const mayAsk = answersQuestions(this) && !settings.yes && !settings.json;
      this.#decided = await decideFor(place.project, answers, mayAsk ? yeomanPerson(this) : null);
      this.#prepared = prepareFiles(place, this.#decided, settings.templates);
      const { overrides, changes } = this.#prepared;
      this.log(runText(this.#decided.outcome.decision, overrides, changes, paintFor(process.stderr, process.env)));
    });
  }

  async writing(): Promise<void> {
    await orExitLater(async () => {
      const { settings } = this.request;
      const { changes } = this.#prepared;
      if (settings.diff) await this.#showDifference(changes);
      if (!settings.diff && !settings.dryRun) this.#write(await this.#agreed(changes));
      if (settings.json) {
        const document = planDocument(this.#decided.outcome, changes);
        process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
      }
    });
  }

  async #agreed(changes: readonly Change[]): Promise<readonly Change[]> {
    const { yes, json, force } = this.request.settings;
    if (changes.every(({ change }) => change === 'identical')) return [];
    if (!atTerminal(this) || yes || json) {
      refuseOverwrites(changes, { force });
      return changes;
    }
    const person = yeomanPerson(this);
    const colour = showsColours(process.stderr, process.env);
    const settled = force ? changes : await settleConflicts(changes, person, colour);
    await confirmWriting(person);
    return settled;
  }

  /** Not by Yeoman's commit, which may leave a file half written when it is killed. */
  #write(changes: readonly Change[]): void {
    writeFiles(this.destinationRoot(), changes);
    for (const change of changes) if (change.change !== 'identical') this.#tellYeoman(change);
  }

  /** Generators that run after this one, and yeoman-test, look for files in Yeoman's memory. */
  #tellYeoman({ path, after }: Change): void {
    const file = this.destinationPath(path);
    this.fs.write(file, after);
    const entry = this.env.sharedFs.get(file) as { state?: string; stateCleared?: string; committed?: boolean };
    delete entry.state;
    entry.stateCleared = 'modified';
    entry.committed = true;
  }

  async #showDifference(changes: readonly Change[]): Promise<void> {
    const { unifiedDiff } = await import('../../src/reconcile/diff.js');
    const stream = this.request.settings.json ? process.stderr : process.stdout;
    stream.write(unifiedDiff(changes, { colour: showsColours(stream, process.env) }));
  }
}
