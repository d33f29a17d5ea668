/** What holds when a Linux image is built. arm64 stands for no file that amd64 lacks. */
const satisfied = new Set(['linux', 'unix', 'amd64', 'gc', 'cgo']);

/** File name endings that keep a file out of a Linux build. https://pkg.go.dev/cmd/go#hdr-Build_constraints */
const otherPlatforms = new Set(
  (
    'aix android darwin dragonfly freebsd hurd illumos ios js nacl netbsd openbsd plan9 solaris wasip1 windows zos ' +
    '386 arm arm64 loong64 mips mips64 mips64le mipsle ppc64 ppc64le riscv64 s390x wasm'
  ).split(' '),
);

/** Real constraints have a few words; a longer one is no constraint that anyone wrote. */
const longestConstraint = 500;

/** The `//go:build` expression above the package clause, null where there is none. */
export function buildConstraint(text: string): string | null {
  const head = text.slice(0, Math.max(0, text.search(/^package\s/m)));
  return /^\/\/go:build (.*)$/m.exec(head)?.[1] ?? null;
}

/** Is a file of this name with this constraint part of a Linux build with these tags? */
export function isBuilt(path: string, constraint: string | null, tags: readonly string[]): boolean {
  const endings = path.replace(/\.go$/, '').split('/').at(-1)!.split('_').slice(1);
  if (endings.slice(-2).some((ending) => otherPlatforms.has(ending))) return false;
  return constraint === null || holds(constraint, tags);
}

function holds(constraint: string, tags: readonly string[]): boolean {
  if (constraint.length > longestConstraint) return false;
  const tokens = constraint.match(/\|\||&&|[!()]|[\w.]+/g) ?? [];
  let at = 0;
  const either = (): boolean => {
    let value = both();
    while (tokens[at] === '||') {
      at += 1;
      value = both() || value;
    }
    return value;
  };
  const both = (): boolean => {
    let value = term();
    while (tokens[at] === '&&') {
      at += 1;
      value = term() && value;
    }
    return value;
  };
  const term = (): boolean => {
    const token = tokens[at] ?? '';
    at += 1;
    if (token === '!') return !term();
    if (token !== '(') return satisfied.has(token) || tags.includes(token) || /^go1(\.\d+)?$/.test(token);
    const value = either();
    at += 1;
    return value;
  };
  return either();
}
