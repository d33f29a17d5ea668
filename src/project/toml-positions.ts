/**
 * The character index of the key at a path in a valid TOML text, null where it isn't found. Goes by table
 * headers and by the keys at the start of lines; what lies deeper (inline tables, list items) gives the
 * place of the nearest key around it.
 */
export function tomlKeyOffset(text: string, keys: readonly string[]): number | null {
  let best: { readonly depth: number; readonly offset: number } | null = null;
  for (const key of keysOf(text)) {
    const common = key.path.length <= keys.length && key.path.every((name, index) => name === keys[index]);
    if (common && key.path.length > (best?.depth ?? 0)) best = { depth: key.path.length, offset: key.offset };
  }
  return best?.offset ?? null;
}

interface TomlKey {
  readonly path: readonly string[];
  readonly offset: number;
}

const name = String.raw`(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')`;
const dotted = `${name}(?:[ \\t]*\\.[ \\t]*${name})*`;
const header = new RegExp(`^[ \\t]*\\[{1,2}[ \\t]*(${dotted})[ \\t]*\\]{1,2}`);
const assignment = new RegExp(`^[ \\t]*(${dotted})[ \\t]*=`);

/** Every table header and every key that starts a line, with its full path. */
function keysOf(text: string): TomlKey[] {
  const found: TomlKey[] = [];
  let table: readonly string[] = [];
  let offset = 0;
  for (const line of blankStrings(text).split('\n')) {
    const real = text.slice(offset, offset + line.length);
    const start = offset + real.length - real.trimStart().length;
    const ofHeader = header.exec(real);
    const ofKey = assignment.exec(real);
    // Inside a string or list that spans lines the blanked line is blank where the real one is not.
    const outside = line.trim() !== '' || real.trim() === '';
    if (outside && ofHeader?.[1]) {
      table = names(ofHeader[1]);
      found.push({ path: table, offset: start });
    } else if (outside && ofKey?.[1]) {
      found.push({ path: [...table, ...names(ofKey[1])], offset: start });
    }
    offset += line.length + 1;
  }
  return found;
}

/** The text with the inside of multi-line strings blanked, so that no line of them looks like a key. */
function blankStrings(text: string): string {
  return text.replace(/#[^\n]*|"(?:[^"\\\n]|\\.)+"|'[^'\n]+'|"""[\s\S]*?"""|'''[\s\S]*?'''/g, (token) =>
    token.startsWith('"""') || token.startsWith("'''") ? token.replace(/[^\n]/g, ' ') : token,
  );
}

function names(path: string): string[] {
  return [...path.matchAll(new RegExp(name, 'g'))].map(([word]) =>
    word.startsWith('"') ? (JSON.parse(word) as string) : word.replace(/^'|'$/g, ''),
  );
}
