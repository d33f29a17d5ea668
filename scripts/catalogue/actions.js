import { withTags } from './image-references.js';
import { Refused } from './refused.js';
import { compareVersions, sameMajor } from './version-order.js';

/** Days that a release has to be out: one that was tampered with is found out within days. */
const oldEnough = 7;

/** Where the catalogue pins releases of GitHub repositories. */
export const actionsFile = 'catalogue/actions.json';
export const tools = {
  trivy: 'aquasecurity/trivy',
  grype: 'anchore/grype',
  syft: 'anchore/syft',
  cosign: 'sigstore/cosign',
};

/**
 * The newest release of the same major version that has been out long enough: `{ tag, date }`. Throws Refused where the list
 * is none, or has nothing as new as `before`. https://docs.github.com/en/rest/releases/releases#list-releases
 */
export function newestRelease(answer, repository, { before, today }) {
  if (!Array.isArray(answer)) throw new Refused(`${repository} answered no list of releases`);
  const limit = new Date(Date.parse(today) - oldEnough * 86_400_000).toISOString().slice(0, 10);
  const releases = answer
    .filter(({ draft, prerelease, tag_name: tag }) => !draft && !prerelease && /^v\d+\.\d+\.\d+$/.test(tag))
    .map(({ tag_name: tag, published_at: published }) => ({ tag, date: String(published).slice(0, 10) }))
    .filter(({ tag, date }) => tag === before || date <= limit);
  const found = releases
    .filter(({ tag }) => sameMajor(tag, before))
    .toSorted((a, b) => compareVersions(a.tag, b.tag))
    .at(-1);
  if (found === undefined || compareVersions(found.tag, before) < 0)
    throw new Refused(`${repository} lists no release as new as ${before}`);
  const major = releases.some(({ tag }) => compareVersions(tag, before) > 0 && !sameMajor(tag, before));
  return { ...found, notes: major ? [`${repository} has a new major version: read what it changes`] : [] };
}

/** What a tag points to: `{ type, sha }`, an annotated tag as such. Throws Refused where the answer has no SHA. */
export function objectOf(answer, repository) {
  const { type, sha } = answer?.object ?? {};
  if (!['commit', 'tag'].includes(type) || !/^[0-9a-f]{40}$/.test(sha))
    throw new Refused(`${repository} answered no commit for its tag`);
  return { type, sha };
}

/** The files with an action at a release. Throws Refused where a tag that was pinned points elsewhere now. */
export function refreshAction(files, action, { tag, date, sha, notes }) {
  const entry = files[actionsFile].actions[action];
  if (tag === entry.tag && sha !== entry.sha)
    throw new Refused(`${action} ${tag} was ${entry.sha} and is ${sha} now: the tag was moved, find out why`);
  if (tag === entry.tag) return { files, changes: [], notes };
  const verifiedFrom = 'the tag as GitHub answers for it, an annotated one followed to its commit';
  const actions = { ...files[actionsFile].actions, [action]: { tag, sha, date, verifiedFrom } };
  return {
    files: { ...files, [actionsFile]: { ...files[actionsFile], actions } },
    changes: [{ what: action, before: entry.tag, now: `${tag} (${sha.slice(0, 12)})` }],
    notes,
  };
}

/** The files with a scanner at a release, its image too: each release is published as one on GitHub. */
export function refreshTool(files, tool, { tag, notes }) {
  const before = files[actionsFile].tools[tool];
  if (tag === before) return { files, changes: [], notes };
  const changed = { ...files[actionsFile].tools, [tool]: tag };
  const [old, now] = [before, tag].map((version) => version.slice(1));
  const moved = withTags(files, `ghcr.io/${tools[tool]}`, (name) => name.replace(old, now));
  return {
    files: { ...moved, [actionsFile]: { ...files[actionsFile], tools: changed } },
    changes: [{ what: tool, before, now: tag }],
    notes,
  };
}
