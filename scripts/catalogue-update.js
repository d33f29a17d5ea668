// npm run catalogue:update [-- --root DIR] [--places FILE] [--seconds N] [--only NAME...]
// Refreshes tags, patch versions, dates and commits in catalogue/ from public sources, and prints what changed as Markdown.
// What a source can't tell stays as it is. Exit status: 0 every source answered, 2 some did not, 3 none did and nothing changed.
// --seconds: how long a source may take. --places: a JSON file with other addresses for endOfLife, officialImages and github. GITHUB_TOKEN is used where it is set.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readFiles, writeFiles } from './catalogue/catalogue-files.js';
import { withDatedSources } from './catalogue/dated-sources.js';
import { Refused } from './catalogue/refused.js';
import { report } from './catalogue/report.js';
import { publicPlaces, stepsFor } from './catalogue/steps.js';

const { values } = parseArgs({
  options: {
    root: { type: 'string', default: fileURLToPath(new URL('..', import.meta.url)) },
    places: { type: 'string' },
    seconds: { type: 'string', default: '20' },
    only: { type: 'string', multiple: true },
  },
});
const places = { ...publicPlaces, ...(values.places && JSON.parse(readFileSync(values.places, 'utf8'))) };
const today = new Date().toISOString().slice(0, 10);
const before = readFiles(values.root);
const steps = stepsFor(before, {
  places,
  today,
  token: process.env.GITHUB_TOKEN,
  seconds: Number(values.seconds),
}).filter(({ name }) => values.only === undefined || values.only.includes(name));
const outcome = await walkThrough(steps, before);
await writeFiles(values.root, before, withDatedSources(before, outcome.files, today));
const answered = outcome.refused.length < steps.length;
console.log(report({ ...outcome, answered }));
process.exitCode = outcome.refused.length === 0 ? 0 : answered ? 2 : 3;

/** All are asked at once; then each answer starts from what the one before left. */
async function walkThrough(list, files) {
  const walked = { files, changes: [], refused: [], notes: [] };
  const answers = await Promise.allSettled(list.map(({ ask }) => ask()));
  for (const [at, { name }] of list.entries()) {
    try {
      const { files: now, changes, notes } = given(answers[at])(walked.files);
      walked.files = now;
      walked.changes.push(...changes);
      walked.notes.push(...notes);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      walked.refused.push({ name, why: error.message });
    }
  }
  return walked;
}

function given({ value, reason }) {
  if (reason !== undefined) throw reason;
  return value;
}
