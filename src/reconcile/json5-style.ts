import { commaOffset, indentOf } from './edit-json5.js';
import type { Json5Node } from './json5.js';

/** How a JSON5 text is written. */
export interface Json5Style {
  /** One level of indent. */
  readonly step: string;
  readonly bareKeys: boolean;
  readonly singleQuotes: boolean;
  /** Is there a comma behind the last of several lines? */
  readonly trailingCommas: boolean;
}

/** As the first member of an object has it; plain JSON where there is none. */
export function styleOf(source: string, { members = [], end }: Json5Node): Json5Style {
  const [first] = members;
  const last = members.at(-1);
  return {
    step: (first && indentOf(source, first.start)) || '  ',
    bareKeys: first !== undefined && !/["']/.test(source[first.start]!),
    singleQuotes: members.some(({ node }) =>
      [node, ...(node.items ?? [])].some(({ start }) => source[start] === "'"),
    ),
    trailingCommas: last !== undefined && commaOffset(source.slice(last.node.end, end - 1)) !== null,
  };
}

/** A value as prettier prints it: a list of texts on one line, an object's members each on their own. */
export function printed(value: unknown, style: Json5Style): string {
  const json = JSON.stringify(value, null, style.step).replace(/\[(?:\n\s*"[^"\n]*",?)+\n\s*\]/g, (list) =>
    list.replace(/\n\s*/g, ' ').replace('[ ', '[').replace(' ]', ']'),
  );
  const keys = style.bareKeys ? json.replace(/^(\s*)"([a-z]\w*)":/gim, '$1$2:') : json;
  const quotes = style.singleQuotes ? keys.replace(/"(?:[^"\\]|\\.)*"/g, inSingleQuotes) : keys;
  return style.trailingCommas ? quotes.replace(/(?<=["'\]}\d\w])(?=\n\s*[\]}])/g, ',') : quotes;
}

/** `"key": [...]` */
export function printedMember(key: string, value: unknown, style: Json5Style): string {
  const lines = printed({ [key]: value }, style)
    .split('\n')
    .slice(1, -1);
  const member = lines.map((line) => line.slice(style.step.length)).join('\n');
  // Which comma follows is up to what the member is put behind.
  return member.replace(/,$/, '');
}

/** A text that quotes or escapes something stays in double quotes. */
function inSingleQuotes(text: string): string {
  return /['\\]/.test(text) ? text : `'${text.slice(1, -1)}'`;
}
