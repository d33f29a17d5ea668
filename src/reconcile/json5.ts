/** A value of a JSON5 text, and where it stands: offsets of its first character and behind its last one. */
export interface Json5Node {
  readonly start: number;
  readonly end: number;
  readonly value: unknown;
  /** An object's members in the order of the text; absent for everything else. */
  readonly members?: readonly { readonly key: string; readonly start: number; readonly node: Json5Node }[];
  /** A list's items; absent for everything else. */
  readonly items?: readonly Json5Node[];
}

/** What is wrong with a JSON5 text, and at which offset. */
export class Json5Fault extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** Real settings nest a handful of levels; each one costs a frame of the stack. */
const deepest = 64;

const blanks = /(?:\s+|\/\/[^\n]*|\/\*[^]*?\*\/)*/y;
const text = /"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*'/y;
const bareKey = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const number = /[+-]?(?:0x[\da-f]+|Infinity|NaN|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)/iy;
const word = /true|false|null/y;

/** The one value of a JSON5 text: JSON with comments, trailing commas, single quotes and bare keys. Throws Json5Fault. https://spec.json5.org */
export function parseJson5(source: string): Json5Node {
  const root = valueAt(source, skip(source, 0), 0);
  const rest = skip(source, root.end);
  if (rest < source.length) throw new Json5Fault('something follows the end of the value', rest);
  return root;
}

function valueAt(source: string, start: number, depth: number): Json5Node {
  if (depth > deepest) throw new Json5Fault(`more than ${deepest} levels are nested`, start);
  if (source[start] === '{') return objectAt(source, start, depth);
  if (source[start] === '[') return listAt(source, start, depth);
  for (const [pattern, read] of scalars) {
    const found = taken(pattern, source, start);
    if (found !== null) return { start, end: start + found.length, value: read(found) };
  }
  throw new Json5Fault('a value is missing', start);
}

const scalars: readonly (readonly [pattern: RegExp, read: (found: string) => unknown])[] = [
  [text, unquoted],
  [word, (found) => JSON.parse(found)],
  // Number knows no sign before hexadecimal digits.
  [number, (found) => (found.startsWith('-') ? -Number(found.slice(1)) : Number(found))],
];

function listAt(source: string, start: number, depth: number): Json5Node {
  const items: Json5Node[] = [];
  let at = skip(source, start + 1);
  while (source[at] !== ']') {
    const item = valueAt(source, at, depth + 1);
    items.push(item);
    at = behindComma(source, item.end, ']');
  }
  return { start, end: at + 1, value: items.map(({ value }) => value), items };
}

function objectAt(source: string, start: number, depth: number): Json5Node {
  const members: { key: string; start: number; node: Json5Node }[] = [];
  let at = skip(source, start + 1);
  while (source[at] !== '}') {
    const name = taken(text, source, at) ?? taken(bareKey, source, at);
    if (name === null) throw new Json5Fault('a key is missing', at);
    const colon = skip(source, at + name.length);
    if (source[colon] !== ':') throw new Json5Fault('a colon is missing', colon);
    const node = valueAt(source, skip(source, colon + 1), depth + 1);
    members.push({ key: /^["']/.test(name) ? unquoted(name) : name, start: at, node });
    at = behindComma(source, node.end, '}');
  }
  const value = Object.fromEntries(members.map(({ key, node }) => [key, node.value]));
  return { start, end: at + 1, value, members };
}

function behindComma(source: string, end: number, closing: string): number {
  const at = skip(source, end);
  if (source[at] === ',') return skip(source, at + 1);
  if (source[at] !== closing) throw new Json5Fault(`a comma or ${closing} is missing`, at);
  return at;
}

function skip(source: string, from: number): number {
  return from + (taken(blanks, source, from)?.length ?? 0);
}

function taken(pattern: RegExp, source: string, from: number): string | null {
  pattern.lastIndex = from;
  return pattern.exec(source)?.[0] ?? null;
}

const escapes: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  0: '\0',
  '\n': '',
};

function unquoted(quoted: string): string {
  return quoted
    .slice(1, -1)
    .replace(/\\(?:u(?<unit>[\da-f]{4})|x(?<byte>[\da-f]{2})|\r\n|(?<other>[^]))/gi, (...match) => {
      const { unit, byte, other = '\n' } = match.at(-1) as Record<string, string | undefined>;
      const code = unit ?? byte;
      return code === undefined ? (escapes[other] ?? other) : String.fromCharCode(parseInt(code, 16));
    });
}
