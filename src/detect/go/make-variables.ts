/** `GO_TAGS := sqlite_fts5 json`, with the lines that follow a backslash. */
const assignment =
  /^[ \t]*(?:export[ \t]+)?(?<name>[A-Za-z_]\w*)[ \t]*[:?]{0,2}=[ \t]*(?<value>(?:\\\n|[^\n#])*)/gm;

/** Characters. What is longer is no command that anyone typed. */
const longestLine = 4_000;

/**
 * Puts the variables that a Makefile sets itself into a line of it; what a shell or another file gives stays as it is. One inside
 * another is followed a few steps.
 */
export function makeVariables(makefile: string): (line: string) => string {
  const values = new Map<string, string>();
  return (line) => {
    if (!/\$[({]/.test(line)) return line;
    if (values.size === 0) readInto(values, makefile);
    return [1, 2, 3].reduce((text) => filled(text, values), line);
  };
}

function readInto(values: Map<string, string>, makefile: string): void {
  for (const { groups } of makefile.matchAll(assignment)) {
    const { name = '', value = '' } = groups ?? {};
    if (!values.has(name)) values.set(name, value.replaceAll('\\\n', ' ').trim());
  }
}

function filled(text: string, values: ReadonlyMap<string, string>): string {
  const next = text.replace(
    /\$(?:\((\w+)\)|\{(\w+)\})/g,
    (written: string, round?: string, curly?: string) => values.get(round ?? curly ?? '') ?? written,
  );
  return next.length > longestLine ? text : next;
}
