/**
 * Tells the character index of the key (or list item) at a path in a valid JSON text, null where there is none.
 * A walk from the start, since the same text may stand anywhere else as a value; what an object holds is kept, since
 * most are asked for many of their keys. Of equal keys the last counts, as with JSON.parse.
 */
export function jsonKeyOffsets(text: string): (keys: readonly string[]) => number | null {
  const objects = new Map<number, ReadonlyMap<string, Child>>();

  function childOf(start: number, name: string): Child | null {
    if (text[start] === '[') return item(text, start, name);
    if (text[start] !== '{') return null;
    const members = objects.get(start) ?? membersOf(text, start);
    objects.set(start, members);
    return members.get(name) ?? null;
  }

  return (keys) => {
    let value = skipBlanks(text, 0);
    let key: number | null = null;
    for (const name of keys) {
      const child = childOf(value, name);
      if (child === null) return null;
      key = child.key;
      value = child.value;
    }
    return key;
  };
}

interface Child {
  readonly key: number;
  readonly value: number;
}

function membersOf(text: string, start: number): ReadonlyMap<string, Child> {
  const found = new Map<string, Child>();
  let at = skipBlanks(text, start + 1);
  while (text[at] === '"') {
    const keyEnd = endOfString(text, at);
    const value = skipBlanks(text, skipBlanks(text, keyEnd) + 1);
    found.set(JSON.parse(text.slice(at, keyEnd)) as string, { key: at, value });
    at = nextItem(text, value);
  }
  return found;
}

function item(text: string, start: number, name: string): Child | null {
  let at = skipBlanks(text, start + 1);
  for (let index = 0; at < text.length && text[at] !== ']'; index += 1) {
    if (String(index) === name) return { key: at, value: at };
    at = nextItem(text, at);
  }
  return null;
}

/** Behind the value at `start`, and behind its comma. */
function nextItem(text: string, start: number): number {
  const at = skipBlanks(text, endOfValue(text, start));
  return text[at] === ',' ? skipBlanks(text, at + 1) : at;
}

function endOfValue(text: string, start: number): number {
  if (text[start] === '"') return endOfString(text, start);
  if (text[start] !== '{' && text[start] !== '[') {
    const end = /[,\]}\s]/g;
    end.lastIndex = start;
    return end.exec(text)?.index ?? text.length;
  }
  const marks = /["{}[\]]/g;
  marks.lastIndex = start;
  let depth = 0;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    if (mark[0] === '"') marks.lastIndex = endOfString(text, mark.index);
    else depth += mark[0] === '{' || mark[0] === '[' ? 1 : -1;
    if (depth === 0) return marks.lastIndex;
  }
  return text.length;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}

function skipBlanks(text: string, start: number): number {
  let at = start;
  while (at < text.length && ' \t\n\r'.includes(text[at] as string)) at += 1;
  return at;
}
