import type { Copy, SecretFile } from '../plan/plan.js';

/** Words for a template, each safe at its place in a Dockerfile, whatever the value. */
export const dockerfileWords = {
  exec,
  quoted,
  envValue,
  shellWord,
  words,
  copyPaths,
  stage,
  buildImage,
  secretMount,
};

/** What a build stage starts from: on the builder's own platform where what comes out is for every one. */
function buildImage({ portable }: { readonly portable: boolean }, image: string): string {
  return portable ? `--platform=$BUILDPLATFORM ${image}` : image;
}

/** `--mount=type=secret,id=npmrc,target=/root/.npmrc,required=true` */
function secretMount({ id, target, required }: SecretFile): string {
  return `--mount=type=secret,id=${id},target=${target}${required ? ',required=true' : ''}`;
}

/** The exec form: `["node", "server.js"]`. */
function exec(words: readonly string[]): string {
  return `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;
}

/** A double-quoted value of `LABEL` or `ENV`, in which nothing is expanded. */
function quoted(value: string): string {
  return `"${value.replace(/[\\"$]/g, '\\$&')}"`;
}

/** A value of `ENV`, quoted only where it has to be. */
function envValue(value: string): string {
  return /^[\w@%+=:,./-]+$/.test(value) ? value : quoted(value);
}

/** Words of a `RUN` command. */
function words(list: readonly string[]): string {
  return list.map(shellWord).join(' ');
}

/** One word of a `RUN` command, quoted only where a shell would read more into it. */
function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** What follows `COPY`: words, or the JSON form where a path has a character that words can't hold. */
function copyPaths({ sources, target }: Copy): string {
  const paths = [...sources, target].map(literalPath);
  return paths.every((path) => /^[\w@%+=:,./*?[\]\\$-]+$/.test(path)) ? paths.join(' ') : exec(paths);
}

/** `COPY` expands variables and wildcards; a path means itself. */
function literalPath(path: string): string {
  return path.replace(/[\\$]/g, '\\$&').replace(/[*?[]/g, '[$&]');
}

/** `--from=build `, `--chown=1001:0 `, `--exclude=.npmrc ` or nothing. */
function stage({ from, owner, exclude = [] }: Copy): string {
  const flags = [
    ...(from === null ? [] : [`--from=${from}`]),
    ...(owner === undefined ? [] : [`--chown=${owner}`]),
    ...exclude.map((path) => `--exclude=${path}`),
  ];
  return flags.map((flag) => `${flag} `).join('');
}
