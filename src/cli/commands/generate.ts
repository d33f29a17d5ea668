import { decideFor } from '../../doors/decide-for.js';
import { prepareFiles } from '../../doors/prepare-files.js';
import { confirmWriting, settleConflicts } from '../../doors/settle-conflicts.js';
import { exitStatus } from '../../errors.js';
import { planDocument } from '../../plan/plan-document.js';
import type { Person } from '../../questions/ask.js';
import type { Settings } from '../../questions/given.js';
import type { Invocation } from '../../questions/parse-flags.js';
import type { Change } from '../../reconcile/reconcile.js';
import { paintFor, showsColours } from '../../show/paint.js';
import { runText } from '../../show/run-text.js';
import { refuseOverwrites } from '../../write/refuse-overwrites.js';
import { writeFiles } from '../../write/write.js';
import { isInteractive, printJson, type Io } from '../io.js';
import { openPlace } from '../open-place.js';
import { terminalPerson } from '../terminal-person.js';

/** `baseimage [folder]`: decides, shows why, and writes. Throws InputError; see errors.ts for exit statuses. */
export async function generate({ folder, answers, settings }: Invocation, io: Io): Promise<number> {
  const place = openPlace(folder, io);
  const mayAsk = isInteractive(io) && !settings.yes && !settings.json;
  const person = mayAsk ? await terminalPerson(io) : null;
  const decided = await decideFor(place.project, answers, person);
  const { changes, overrides } = prepareFiles(place, decided, settings.templates);

  io.stderr.write(runText(decided.outcome.decision, overrides, changes, paintFor(io.stderr, io.env)));
  if (settings.diff) await showDifference(changes, settings, io);
  if (!settings.diff && !settings.dryRun) writeFiles(place.root, await agreed(changes, settings, person, io));
  if (settings.json) printJson(io, planDocument(decided.outcome, changes));
  return exitStatus.done;
}

/** The changes to write, once everybody who can be asked has agreed. */
async function agreed(
  changes: readonly Change[],
  { force }: Settings,
  person: Person | null,
  io: Io,
): Promise<readonly Change[]> {
  if (changes.every(({ change }) => change === 'identical')) return [];
  if (person === null) {
    refuseOverwrites(changes, { force });
    return changes;
  }
  const settled = force ? changes : await settleConflicts(changes, person, showsColours(io.stderr, io.env));
  await confirmWriting(person);
  return settled;
}

/** With --json standard output belongs to the document. */
async function showDifference(changes: readonly Change[], { json }: Settings, io: Io): Promise<void> {
  const { unifiedDiff } = await import('../../reconcile/diff.js');
  const stream = json ? io.stderr : io.stdout;
  stream.write(unifiedDiff(changes, { colour: showsColours(stream, io.env) }));
}
