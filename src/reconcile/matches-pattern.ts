/** Is a path meant by a pattern: `*` is any part of a name, `**` any number of folders? */
export function matchesPattern(pattern: string, path: string): boolean {
  const expression = pattern
    .split(/(\*\*\/?|\*)/)
    .map((part) => wildcards[part] ?? part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'))
    .join('');
  return new RegExp(`^${expression}$`).test(path);
}

const wildcards: Readonly<Record<string, string>> = { '*': '[^/]*', '**': '.*', '**/': '(?:.*/)?' };
