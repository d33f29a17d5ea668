import { releaseOf } from './end-of-life.js';
import { compareVersions } from './version-order.js';

/** The distributions of bases whose support ends on a published day, by endoflife.date's names. */
export function distributions(files) {
  return [...new Set(basesOf(files).map(([, { endOfLife }]) => endOfLife))].sort();
}

/** The files with the day on which a distribution's support ends. Throws Refused where its release is listed no more. */
export function refreshSupport(files, distribution, { releases, today }) {
  const changes = [];
  const notes = [];
  const updated = basesOf(files)
    .filter(([, base]) => base.endOfLife === distribution)
    .map(([path, base]) => {
      const cycle = /\d+(?:\.\d+)?/.exec(base.title)[0];
      const { endOfLife, patch } = releaseOf(releases, cycle, distribution);
      if (endOfLife !== base.supportedUntil)
        changes.push({ what: `${base.title}, supported until`, before: base.supportedUntil, now: endOfLife });
      if (endOfLife !== null && endOfLife <= today)
        notes.push(`${base.title} has had no support since ${endOfLife}: move to its next release`);
      const tag = /:(?<version>\d+\.\d+)$/.exec(base.image)?.groups.version;
      if (distribution === 'rhel' && compareVersions(patch ?? tag, tag) > 0)
        notes.push(
          `${base.title} ${patch} is out, ${base.image} is named: see its catalogue, then change it`,
        );
      return [path, { ...base, supportedUntil: endOfLife }];
    });
  return { files: { ...files, ...Object.fromEntries(updated) }, changes, notes };
}

function basesOf(files) {
  return Object.entries(files).filter(
    ([path, base]) => path.startsWith('catalogue/bases/') && base.endOfLife,
  );
}
