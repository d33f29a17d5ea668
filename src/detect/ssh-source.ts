import type { Warning } from '../fact.js';

/** How an address says that git fetches by SSH: `git+ssh://…`, `ssh://…`, `git@host:path`. */
export const sshAddress = /(?:git\+)?ssh:\/\/|(?<![\w/.-])git@[\w-]+(?:\.[\w-]+)+:/;

/** A build has no key of the developer's; whoever owns one hands it in for one step. https://docs.docker.com/build/building/secrets/#ssh-mounts */
export function sshWarning(name: string, source: string): Warning {
  const message = `${name} is fetched by git over SSH, for which the build has no key: where it is public, write its https address; where it is private, write that and take --secret netrc, which git reads; or add --mount=type=ssh to the RUN that installs, openssh-client and the host's key beside git, and build with docker build --ssh default`;
  return { code: 'BI186', message, source };
}
