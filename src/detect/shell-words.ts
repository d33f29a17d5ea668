/** One command of a script, and the operator that stands before it (`''` for the first). */
export interface ShellCommand {
  readonly operator: string;
  readonly words: readonly string[];
}

/** Characters. What is longer is no command that anyone typed. */
const longestScript = 4_000;

const token = /\s+|&&|\|\||[;&|\n]|(?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s"'\\;&|])+|["'\\]/g;

/** Splits a script of package.json into commands and words the way a shell would; quotes are taken off. */
export function shellCommands(script: string): ShellCommand[] {
  if (script.length > longestScript) return [];
  const commands: { operator: string; words: string[] }[] = [{ operator: '', words: [] }];
  for (const [text] of script.matchAll(token)) {
    if (/^(?:&&|\|\||[;&|\n])$/.test(text)) commands.push({ operator: text, words: [] });
    else if (text.trim() !== '') commands.at(-1)?.words.push(unquoted(text));
  }
  return commands.filter(({ words }) => words.length > 0);
}

function unquoted(word: string): string {
  return word.replace(
    /"((?:[^"\\]|\\.)*)"|'([^']*)'|\\(.)/g,
    (_, double?: string, single?: string, escaped?: string) =>
      double !== undefined ? double.replace(/\\(["\\$`])/g, '$1') : (single ?? escaped ?? ''),
  );
}

/** A command line of words, quoted where a shell would need it. */
export function commandLine(words: readonly string[]): string {
  return words
    .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`))
    .join(' ');
}
