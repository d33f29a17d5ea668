import { loadBases } from '../../catalogue/catalogue.js';
import { exitStatus } from '../../errors.js';
import type { Invocation } from '../../questions/parse-flags.js';
import { imagesText } from '../../show/images-text.js';
import { paintFor } from '../../show/paint.js';
import { printJson, type Io } from '../io.js';

/** `baseimage images`: the catalogue of bases. */
export async function images({ settings }: Invocation, io: Io): Promise<number> {
  if (settings.json) printJson(io, { schema: 1, bases: loadBases() });
  else io.stdout.write(imagesText(loadBases(), paintFor(io.stdout, io.env)));
  return exitStatus.done;
}
