/** Where a text stops being JSON, and how to say it. */
export interface JsonFault {
  readonly offset: number;
  readonly message: string;
}

const blanks = /[ \t\n\r]*/y;
const scalar =
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;

/**
 * Finds the first fault of a text that JSON.parse refused. Node.js words its own messages differently from
 * version to version, and not all of them give a position.
 */
export function jsonFault(text: string): JsonFault {
  const open: ('{' | '[')[] = [];
  let expected: 'value' | 'value or ]' | 'key' | 'key or }' | 'end' = 'value';
  let at = skip(text, 0, blanks);
  while (true) {
    if (expected === 'end') {
      const inside = open.at(-1);
      if (inside === undefined) return fault(text, at, 'the end of the file');
      const close = inside === '{' ? '}' : ']';
      if (text[at] === close) open.pop();
      else if (text[at] !== ',') return fault(text, at, `, or ${close}`);
      else expected = inside === '{' ? 'key' : 'value';
      at += 1;
    } else if (expected === 'key' || expected === 'key or }') {
      if (expected === 'key or }' && text[at] === '}') {
        open.pop();
        expected = 'end';
        at += 1;
      } else {
        const keyEnd = skip(text, at, string);
        if (keyEnd === at) return fault(text, at, 'a key in double quotes');
        at = skip(text, keyEnd, blanks);
        if (text[at] !== ':') return fault(text, at, ':');
        expected = 'value';
        at += 1;
      }
    } else if (text[at] === '{' || text[at] === '[') {
      open.push(text[at] as '{' | '[');
      expected = text[at] === '{' ? 'key or }' : 'value or ]';
      at += 1;
    } else if (expected === 'value or ]' && text[at] === ']') {
      open.pop();
      expected = 'end';
      at += 1;
    } else {
      const end = skip(text, at, scalar);
      if (end === at) return fault(text, at, 'a value');
      expected = 'end';
      at = end;
    }
    at = skip(text, at, blanks);
  }
}

function skip(text: string, at: number, pattern: RegExp): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}

function fault(text: string, offset: number, wanted: string): JsonFault {
  const found = offset >= text.length ? 'the file ends' : JSON.stringify(text[offset]);
  return {
    offset,
    message: `${wanted} expected, but found ${found}`.replace('found the file ends', 'the file ends'),
  };
}
