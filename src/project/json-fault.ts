/** Where a text stops being JSON, and how to say it. */
export interface JsonFault {
  readonly offset: number;
  readonly message: string;
}

/** What may come next: a pattern for it, and its name. */
interface Expected {
  readonly name: string;
  readonly pattern: RegExp;
}

const string = String.raw`"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"`;
const scalar = String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null`;

const value: Expected = { name: 'a value', pattern: new RegExp(String.raw`[{[]|${string}|${scalar}`, 'y') };
const valueOrEnd: Expected = {
  name: 'a value or ]',
  pattern: new RegExp(String.raw`[{[\]]|${string}|${scalar}`, 'y'),
};
const key: Expected = { name: 'a key in double quotes', pattern: new RegExp(string, 'y') };
const keyOrEnd: Expected = {
  name: 'a key in double quotes or }',
  pattern: new RegExp(String.raw`\}|${string}`, 'y'),
};
const afterKey: Expected = { name: ':', pattern: /:/y };
const afterMember: Expected = { name: ', or }', pattern: /[,}]/y };
const afterItem: Expected = { name: ', or ]', pattern: /[,\]]/y };
const nothing: Expected = { name: 'the end of the file', pattern: /(?!)/y };

/**
 * The first fault of a text that JSON.parse refused. Node.js words its own messages differently from version
 * to version, and not all of them give a position.
 */
export function jsonFault(text: string): JsonFault {
  const open: string[] = [];
  let expected = value;
  let at = skipBlanks(text, 0);
  for (
    let token = tokenAt(text, at, expected.pattern);
    token !== '';
    token = tokenAt(text, at, expected.pattern)
  ) {
    if (token === '{' || token === '[') open.push(token);
    if (token === '}' || token === ']') open.pop();
    expected = next(token, expected, open.at(-1));
    at = skipBlanks(text, at + token.length);
  }
  const found = at >= text.length ? 'the file ends' : `found ${JSON.stringify(text[at])}`;
  return { offset: at, message: `${expected.name} expected, but ${found}` };
}

function next(token: string, expected: Expected, inside: string | undefined): Expected {
  if (token === '{') return keyOrEnd;
  if (token === '[') return valueOrEnd;
  if (token === ':') return value;
  if (token === ',') return inside === '{' ? key : value;
  if (token.startsWith('"') && (expected === key || expected === keyOrEnd)) return afterKey;
  return inside === undefined ? nothing : inside === '{' ? afterMember : afterItem;
}

function tokenAt(text: string, at: number, pattern: RegExp): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

function skipBlanks(text: string, at: number): number {
  return at + tokenAt(text, at, /[ \t\n\r]*/y).length;
}
