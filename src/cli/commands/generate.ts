import { agreedChanges } from '../../doors/agreed-changes.js';
import { registriesSeenFrom } from '../../doors/ask-registries.js';
import { decideFor } from '../../doors/decide-for.js';
import { prepareFiles } from '../../doors/prepare-files.js';
import { exitStatus } from '../../errors.js';
import { planDocument } from '../../plan/plan-document.js';
import type { Invocation } from '../../questions/parse-flags.js';
import { printDifference } from '../../show/difference.js';
import { paintFor } from '../../show/paint.js';
import { runText, writtenText } from '../../show/run-text.js';
import { writeFiles } from '../../write/write.js';
import { isInteractive, printJson, type Io } from '../io.js';
import { openPlace } from '../open-place.js';
import { terminalPerson } from '../terminal-person.js';

/** `baseimage [folder]`: decides, shows why, and writes. Throws InputError; see errors.ts for exit statuses. */
export async function generate({ folder, answers, settings }: Invocation, io: Io): Promise<number> {
  const place = openPlace(folder, io);
  const mayAsk = !settings.yes && !settings.json && isInteractive(io);
  const person = mayAsk ? await terminalPerson(io) : null;
  const decided = await decideFor(place.project, answers, person, registriesSeenFrom(io));
  const prepared = prepareFiles(place, decided, settings.templates);
  const { changes } = prepared;

  const conflictWord = settings.force ? 'overwrite' : 'conflict';
  io.stderr.write(`${runText(decided.outcome, prepared, conflictWord, paintFor(io.stderr, io.env))}\n`);
  // With --json, standard output belongs to the document.
  if (settings.diff) await printDifference(changes, settings.json ? io.stderr : io.stdout, io.env);
  const agreed = await agreedChanges(changes, settings, person);
  writeFiles(place.root, agreed);
  io.stderr.write(`${writtenText(agreed)}\n`);
  if (settings.json) printJson(io, planDocument(decided.outcome, changes));
  return exitStatus.done;
}
