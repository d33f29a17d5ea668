// From the files of a package's releases to rows `release glibc musl`: the newest Python that has a wheel for
// Linux on x86-64, `any` where one wheel serves every later Python, `-` where there is none. A row holds until the next one.

/** https://packaging.python.org/en/latest/specifications/binary-distribution-format/ */
const wheel = /^[^-]+-(?<release>[^-]+)(?:-\d[^-]*)?-(?<python>[^-]+)-(?<abi>[^-]+)-(?<platform>[^-]+)\.whl$/;
const archive = /-(?<release>\d[^-]*?)\.(?:tar\.\w+|zip)$/;

export function wheelRows(files) {
  const releases = new Map();
  for (const { filename, yanked } of files) {
    const found = wheel.exec(filename) ?? archive.exec(filename);
    // A post-release is its release once more.
    const release = found?.groups.release.replace(/\.post\d+$/, '');
    if (yanked || release === undefined || !/^\d+(?:\.\d+)*$/.test(release)) continue;
    const own = releases.get(release) ?? { glibc: [], musl: [] };
    releases.set(release, own);
    const { python, abi, platform } = found.groups;
    if (platform === undefined) continue;
    if (platform === 'any' || /(?:many)?linux[\w.]*x86_64/.test(platform)) own.glibc.push(reach(python, abi));
    if (platform === 'any' || /musllinux[\w.]*x86_64/.test(platform)) own.musl.push(reach(python, abi));
  }
  const rows = [...releases]
    .sort(([a], [b]) => compare(a, b))
    .map(([release, { glibc, musl }]) => [release, newest(glibc), newest(musl)]);
  const compiled =
    rows.some(([, glibc]) => glibc.startsWith('3')) ||
    rows.some(([, glibc, musl]) => glibc !== musl) ||
    rows.at(-1)?.[1] === '-';
  const changes = rows.filter(
    ([, glibc, musl], at) => at === 0 || glibc !== rows[at - 1][1] || musl !== rows[at - 1][2],
  );
  return compiled ? changes.map((row) => row.join(' ')) : [];
}

/** The newest Python that the newest releases of four in five packages serve. */
export function mostServed(packages) {
  const minors = packages
    .map((rows) => rows.at(-1).split(' ')[1])
    .filter((glibc) => glibc !== '-')
    .map((glibc) => (glibc === 'any' ? Infinity : Number(glibc.slice(2))))
    .sort((a, b) => a - b);
  return `3.${minors[Math.floor(minors.length / 5)]}`;
}

/** The newest Python that a wheel serves. */
function reach(python, abi) {
  if (abi === 'none' && /py3/.test(python)) return Infinity;
  if (/abi3/.test(abi)) return Infinity;
  // A wheel of a free-threaded interpreter is for that alone.
  if (abi.endsWith('t')) return 0;
  return Math.max(0, ...[...python.matchAll(/cp3(\d+)/g)].map(([, minor]) => Number(minor)));
}

function newest(minors) {
  const most = Math.max(0, ...minors);
  return most === 0 ? '-' : most === Infinity ? 'any' : `3.${most}`;
}

function compare(a, b) {
  const [left, right] = [a, b].map((release) => release.split('.').map(Number));
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
