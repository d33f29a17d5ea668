import type { Fact, Warning } from '../../fact.js';

export interface FilledWords {
  readonly words: readonly string[];
  readonly warnings: readonly Warning[];
}

const variable = /\$(?:\{(?<braced>\w+)(?::?-(?<fallback>[^}]*))?\}|(?<plain>[A-Za-z_]\w*))/g;

/**
 * Start words with variables filled in from what is known: an exec form has no shell that would. What is left
 * is warned about. `known` maps names to values.
 */
export function fillVariables(
  start: Fact<string> | null,
  words: readonly string[],
  known: Readonly<Record<string, string>>,
): FilledWords {
  const unknown = new Set<string>();
  const filled = words.map((word) =>
    word.replace(variable, (text, braced?: string, fallback?: string, plain?: string) => {
      const name = braced ?? plain ?? '';
      const value = Object.hasOwn(known, name) ? known[name] : fallback;
      if (value === undefined) unknown.add(name);
      return value ?? text;
    }),
  );
  return { words: filled, warnings: [...unknown].map((name) => unfilled(name, start?.source ?? null)) };
}

function unfilled(name: string, source: string | null): Warning {
  const message = `the start command uses $${name}, which only a shell would fill in: read it in the program, or name the command with --start`;
  return { code: 'BI149', message, source };
}
