import { Refused } from './refused.js';

const date = /^\d{4}-\d\d-\d\d$/;

/**
 * The releases of a product by endoflife.date's answer, newest first: `{ cycle, patch, endOfLife }`, null where a date or a
 * patch is not told. Throws Refused where the answer is of another shape. https://endoflife.date/docs/api/v1/
 */
export function releasesOf(answer, product) {
  const releases = answer?.result?.releases;
  if (!Array.isArray(releases) || releases.length === 0)
    throw new Refused(`endoflife.date lists no releases of ${product}`);
  return releases.map((release) => {
    const { name, eolFrom = null, latest } = release ?? {};
    const patch = latest?.name ?? null;
    if (!/^\d+(?:\.\d+)*$/.test(name) || (eolFrom !== null && !date.test(eolFrom)))
      throw new Refused(`endoflife.date tells no release and date of ${product}: ${JSON.stringify(release)}`);
    return { cycle: name, patch, endOfLife: eolFrom };
  });
}

/** The release of a cycle. Throws Refused where it is listed no more. */
export function releaseOf(releases, cycle, product) {
  const found = releases.find((release) => release.cycle === cycle);
  if (found === undefined) throw new Refused(`endoflife.date no longer lists ${product} ${cycle}`);
  return found;
}
