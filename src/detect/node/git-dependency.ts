import type { Fact, Warning } from '../../fact.js';
import { sshAddress, sshWarning } from '../ssh-source.js';
import type { NodeApp } from './node-app.js';

/** `git+ssh://…`, `github:user/repository`, `user/repository#v1`, `https://…/x.git`. https://docs.npmjs.com/cli/configuring-npm/package-json#git-urls-as-dependencies */
const gitRange =
  /^(?:git[+:]|git@|ssh:|(?:github|gitlab|bitbucket|gist):|https?:\/\/\S+\.git(?:#|$)|[\w-][\w.-]*\/[\w.-]+(?:#\S+)?$)/;

/** How lock files name what is fetched by git. */
const locked =
  /git\+(?:ssh|https?):|git:\/\/|ssh:\/\/|(?<![\w/-])git@[\w-]+(?:\.[\w-]+)+:\w|\.git#|\btype: git\b|"github:/;

/** What the manifest itself fetches over SSH; a lock file names public repositories so too. */
export function sshDependencies({ manifest }: NodeApp): Warning[] {
  return [...manifest.dependencies, ...manifest.devDependencies].flatMap((name) => {
    const range = manifest.dependency(name) ?? manifest.devDependency(name);
    return range && sshAddress.test(range.value) ? [sshWarning(name, range.source)] : [];
  });
}

/** The first dependency that is fetched by git, which the install step needs then; null where there is none. */
export function gitDependency({ project, manifest }: NodeApp, lockFile: string | null): Fact<boolean> | null {
  for (const name of [...manifest.dependencies, ...manifest.devDependencies]) {
    const range = manifest.dependency(name) ?? manifest.devDependency(name);
    if (range && gitRange.test(range.value)) return { value: true, source: range.source };
  }
  const lock = lockFile === null || lockFile === 'bun.lockb' ? null : project.read(lockFile);
  const found = lock ? locked.exec(lock.text) : null;
  return lock && found ? lock.fact(true, found.index) : null;
}
