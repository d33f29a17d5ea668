/** A glob of workspace folders (`packages/*`, `apps/**`, `{a,b}/*`) as a pattern for whole POSIX paths. */
export function globPattern(glob: string): RegExp {
  const source = glob
    .replace(/^\.\//, '')
    .replace(/\/$/, '')
    // Repeated, they mean the same and take forever to match.
    .replace(/(?:\*\*\/)+/g, '**/')
    .replace(/\*{3,}/g, '**')
    .replace(/\*\*\/|\*\*|\*|\?|\{[^{}/]*\}|[\\^$+.()|[\]{}]/g, (part) => {
      if (part === '**/') return '(?:[^/]+/)*';
      if (part === '**') return '.*';
      if (part === '*') return '[^/]*';
      if (part === '?') return '[^/]';
      if (part.length > 1) return `(?:${part.slice(1, -1).split(',').map(literal).join('|')})`;
      return `\\${part}`;
    });
  return new RegExp(`^${source}$`);
}

function literal(text: string): string {
  return text.replace(/[\\^$+.()|[\]{}*?]/g, '\\$&');
}
