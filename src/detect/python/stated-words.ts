import { commandWords } from '../command-words.js';
import type { ProjectView } from '../../project/view.js';
import { task } from './tasks.js';
import { tableOf } from './shape.js';

/** A command that somebody wrote for a shell, as one program that an image starts by itself. */
export interface StatedWords {
  readonly words: readonly string[];
  /** Settings before the command: `MODE=live python main.py`. */
  readonly environment: Readonly<Record<string, string>>;
  /** The folder that the command changes to first, `''` for none. */
  readonly folder: string;
  /** Commands that a shell would run before it, as written: `python manage.py migrate`. */
  readonly before: readonly string[];
  /** Does the platform's `$PORT` say where it listens? */
  readonly takesPort: boolean;
}

/**
 * Takes apart `cd backend && python manage.py migrate && poetry run gunicorn shop.wsgi --bind :$PORT`. Null where only a
 * shell can do what is written, or where a variable is needed that nothing sets. `port` stands for `$PORT`.
 */
export function statedWords(project: ProjectView, command: string, port: string): StatedWords | null {
  const steps = command.split(/\s*(?:&&|;)\s*/).filter((step) => step !== '');
  const last = steps.at(-1)?.replace(/^exec\s+/, '') ?? '';
  const found = commandWords(last);
  if (found === null) return null;
  const from = Math.max(
    0,
    found.findIndex((word) => !/^[A-Za-z_]\w*=/.test(word)),
  );
  const environment = Object.fromEntries(
    found.slice(0, from).map((word) => word.split(/=(.*)/s).slice(0, 2)),
  );
  const run = withoutRunner(project, found.slice(from));
  const words = run && expanded(run, port, environment);
  if (!words || words.length === 0) return null;
  const folders = steps
    .slice(0, -1)
    .flatMap((step) => /^cd\s+(?:\.\/)?([\w][\w./-]*?)\/?$/.exec(step)?.[1] ?? []);
  return {
    words: words.filter((word) => word !== '--reload'),
    environment,
    folder: folders.join('/'),
    before: steps.slice(0, -1).filter((step) => !/^cd\s/.test(step)),
    takesPort: run.some((word) => /\$\{?PORT\b/.test(word)),
  };
}

/** Package managers that put their environment in front: in the image it is on PATH, and they are not there. */
const runners = ['uv', 'poetry', 'pipenv', 'pdm', 'hatch', 'rye'];

function withoutRunner(project: ProjectView, words: readonly string[]): readonly string[] | null {
  const [program = '', run, ...rest] = words;
  if (!runners.includes(program) || run !== 'run') return words;
  const from = rest.findIndex((word, at) => !word.startsWith('-') && !takesValue.has(rest[at - 1] ?? ''));
  const command = from < 0 ? [] : rest.slice(from);
  const named = task(project, command[0] ?? '');
  return named === null ? command : (commandWords(named.value)?.concat(command.slice(1)) ?? null);
}

/** Options of `uv run` that are followed by a value. */
const takesValue = new Set([
  '--with',
  '--extra',
  '--group',
  '--package',
  '--python',
  '-p',
  '--env-file',
  '--directory',
]);

/** Nothing expands variables in exec form: defaults take their place, an option without a value is left out. */
function expanded(
  words: readonly string[],
  port: string,
  environment: Readonly<Record<string, string>>,
): string[] | null {
  const known = tableOf({ ...environment, PORT: port, HOST: '0.0.0.0' });
  const filled = words.map((word) =>
    word.replace(
      /\$\{(\w+)(?::?-([^}]*))?\}|\$(\w+)/g,
      (all, braced?: string, fallback?: string, bare?: string) => {
        const value = fallback === undefined || fallback === '' ? known[braced ?? bare ?? ''] : fallback;
        return typeof value === 'string' ? value : all;
      },
    ),
  );
  const kept = filled.filter(
    (word, at) => !isUnset(word) && !(isOption(word) && isUnset(filled[at + 1] ?? '')),
  );
  const lost = filled.some((word, at) => isUnset(word) && !isOption(word) && !isOption(filled[at - 1] ?? ''));
  return lost ? null : kept;
}

function isUnset(word: string): boolean {
  return /\$[{(A-Za-z_]/.test(word);
}

function isOption(word: string): boolean {
  return /^--?[A-Za-z]/.test(word);
}
