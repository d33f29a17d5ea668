/**
 * The line that Dependabot looks for in a Dockerfile: FROM, optionally a platform, a registry, an image, a tag, a digest and a
 * name, all literal. https://github.com/dependabot/dependabot-core/tree/main/docker (file parser)
 */
const nameComponent = '(?:[a-z\\d]+(?:(?:[._]|__|[-]*)[a-z\\d]+)*)';
const domainComponent = '(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])';
const domain = `(?:${domainComponent}(?:\\.${domainComponent})+(?::\\d+)?)`;
const image = `(?<image>${nameComponent}(?:/${nameComponent})*)`;
const tag = ':(?<tag>[\\w][\\w.-]{0,127})';
const digest = '@(?<digest>[^\\s]+)';
const fromLine = new RegExp(
  `^FROM\\s+(?:--platform=\\S+\\s+)?(?:(?<registry>${domain})/)?${image}(?:${tag})?(?:${digest})?(?:\\s+AS\\s+(?<name>[\\w-]+))?$`,
  'i',
);

/** The reference as Dependabot reads it, null where it reads none. */
export function readByDependabot(
  line: string,
): { image: string; tag: string | null; digest: string | null } | null {
  const groups = fromLine.exec(line)?.groups;
  if (groups === undefined) return null;
  const registry = groups['registry'];
  return {
    image: registry === undefined ? (groups['image'] ?? '') : `${registry}/${groups['image']}`,
    tag: groups['tag'] ?? null,
    digest: groups['digest'] ?? null,
  };
}
