/** The package of npm's lock file (by place: `node_modules/a/node_modules/b`) that `require` would find from a place, from the nearest folder up. */
export function lockedNearest(packages: Record<string, unknown>, place: string, name: string): unknown {
  for (let at = place; ; at = at.slice(0, at.lastIndexOf('/node_modules/'))) {
    const found = packages[`${at}/node_modules/${name}`];
    if (found !== undefined) return found;
    if (!at.includes('/node_modules/')) return packages[`node_modules/${name}`];
  }
}
