import { registriesSeenFrom } from '../../doors/ask-registries.js';
import { decideFor } from '../../doors/decide-for.js';
import { prepareFiles } from '../../doors/prepare-files.js';
import { exitStatus } from '../../errors.js';
import { planDocument } from '../../plan/plan-document.js';
import type { Invocation } from '../../questions/parse-flags.js';
import { paintFor } from '../../show/paint.js';
import { runText } from '../../show/run-text.js';
import { printJson, type Io } from '../io.js';
import { openPlace } from '../open-place.js';

/** `baseimage plan [folder]`: what would be generated and why. Asks nothing, writes nothing. */
export async function plan({ folder, answers, settings }: Invocation, io: Io): Promise<number> {
  const place = openPlace(folder, io);
  const decided = await decideFor(place.project, answers, null, registriesSeenFrom(io));
  const prepared = prepareFiles(place, decided, settings.templates);
  if (settings.json) printJson(io, planDocument(decided.outcome, prepared.changes));
  else io.stdout.write(`${runText(decided.outcome, prepared, 'conflict', paintFor(io.stdout, io.env))}\n`);
  return exitStatus.done;
}
