/** Signs that only a shell understands. Values of variables are dealt with before. */
const shellSigns = /^(?:&&|\|\|?|;|&|>>?|<)/;

/** Longer texts are no commands that anyone typed. */
const longestCommand = 4_000;

/**
 * A command in words, quotes taken off: `gunicorn "app:create_app()"`. Null where it needs a shell (`a && b`,
 * `$(…)`), has an open quote, or is no command at all.
 */
export function commandWords(command: string): string[] | null {
  if (command.length > longestCommand || /[\n\r\0`]|\$\(/.test(command)) return null;
  const tokens =
    command.match(/(?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\;&|<>])+|&&|\|\|?|[;&<>"'\\]/g) ?? [];
  if (tokens.length === 0 || tokens.some((token) => shellSigns.test(token) || /^["'\\]$/.test(token)))
    return null;
  return tokens.map((token) =>
    token.replace(
      /"((?:\\.|[^"\\])*)"|'([^']*)'|\\(.)/g,
      (_, double?: string, single?: string, escaped?: string) =>
        double !== undefined ? double.replace(/\\(["\\$])/g, '$1') : (single ?? escaped ?? ''),
    ),
  );
}
