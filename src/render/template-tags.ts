/** A fault in a template's text, with its line (from 1). */
export interface TagFault {
  readonly line: number;
  readonly message: string;
}

// The tokens of EJS, in its order.
const token = /<%%|%%>|<%=|<%-|<%_|<%#|<%|-%>|_%>|%>/g;
const closing: readonly string[] = ['-%>', '_%>', '%>'];
const literal: readonly string[] = ['<%%', '%%>'];

/** One call of include and nothing beside it; its arguments may hold calls, but none within those. */
const onlyInclude = /^\s*include\((?:[^()]|\([^()]*\))*\)\s*;?\s*$/;

/**
 * The first fault in a template's tags, null where they are sound. `<%-` prints without the strict escape,
 * so it may hold an include only: what that prints has been escaped already.
 */
export function tagFault(source: string): TagFault | null {
  const tokens = [...source.matchAll(token)].filter(([text]) => !literal.includes(text));
  let open: RegExpExecArray | null = null;
  for (const found of tokens) {
    const fault = open === null ? strayClose(found) : faultBetween(source, open, found);
    if (fault !== null) return { line: lineAt(source, (open ?? found).index), message: fault };
    open = open === null ? found : null;
  }
  return open === null ? null : { line: lineAt(source, open.index), message: `${open[0]} is not closed` };
}

function strayClose([text]: RegExpExecArray): string | null {
  return closing.includes(text) ? `${text} closes nothing` : null;
}

function faultBetween(source: string, open: RegExpExecArray, close: RegExpExecArray): string | null {
  if (!closing.includes(close[0])) return `${open[0]} is not closed before ${close[0]}`;
  const code = source.slice(open.index + open[0].length, close.index);
  if (open[0] !== '<%-' || onlyInclude.test(code)) return null;
  return `<%-${code}${close[0]}: only include('/…') may be printed by <%-, a value is printed by <%=`;
}

function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}
