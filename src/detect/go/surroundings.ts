import type { Warning } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import type { GoModules } from './modules.js';
import type { GoSource } from './sources.js';

/** Files in which people say which modules are private. */
const settings = ['Makefile', '.envrc', 'Taskfile.yml', 'Dockerfile', 'build/Dockerfile', '.gitlab-ci.yml'];

/** What the program expects of where it is built and run, beyond what an image can hold. */
export function surroundings(
  project: ProjectView,
  sources: readonly GoSource[],
  modules: GoModules,
  vendored: boolean,
): Warning[] {
  return [...lambda(sources), ...(vendored ? [] : privateModules(project, modules))];
}

/** https://docs.aws.amazon.com/lambda/latest/dg/golang-handler.html */
function lambda(sources: readonly GoSource[]): Warning[] {
  const user = sources.find(
    (source) =>
      source.imports.some(({ value }) => value === 'github.com/aws/aws-lambda-go/lambda') &&
      /\blambda\.Start\w*\(/.test(source.code),
  );
  if (user === undefined) return [];
  const { source } = user.file.fact('', user.code.search(/\blambda\.Start\w*\(/));
  const message = 'the program answers AWS Lambda alone, and ends at once anywhere else';
  return [{ code: 'BI126', message, source }];
}

/** https://go.dev/ref/mod#private-modules */
function privateModules(project: ProjectView, modules: GoModules): Warning[] {
  for (const path of settings) {
    const found =
      project.read(path)?.match(/\bGOPRIVATE\b[ \t]*(?:[:?]?=|:)[ \t]*["']?(?<value>[^\s"'$=][^\s"'$]*)/) ??
      null;
    if (found === null) continue;
    const message = `modules of ${found.value} are private (GOPRIVATE): take --secret go, and give GOPRIVATE and a .netrc when the image is built, docker build --secret id=netrc,src=$HOME/.netrc --secret id=GOPRIVATE; or vendor the modules (go mod vendor)`;
    return [{ code: 'BI127', message, source: found.source }];
  }
  return companyModules(modules);
}

/** Hosts with such a name where anybody's modules lie. */
const publicHosts =
  /^(?:code\.gitea\.io|code\.forgejo\.org|git\.sr\.ht|git\.apache\.org|gitlab\.(?:freedesktop|gnome|torproject)\.org)$/;
/** Names that companies give to the host of their own repositories. */
const ownHost = /^(?:git|gitlab|gitea|ghe|bitbucket|stash|scm|source|vcs)\.(?:[\w-]+\.)+\w+$/;

/** A module of a host that is named as companies name theirs comes from no public proxy. */
function companyModules({ all }: GoModules): Warning[] {
  for (const { requires, replacements } of all) {
    for (const [module, { source }] of requires) {
      const host = module.split('/')[0]!;
      const isHere =
        replacements.some((replacement) => replacement.module === module) ||
        all.some(({ path }) => path?.value === module);
      if (isHere || publicHosts.test(host) || !ownHost.test(host)) continue;
      const message = `${module} looks like a private module: the build then needs GOPRIVATE=${host} and credentials for git (--secret go), or vendored modules (go mod vendor)`;
      return [{ code: 'BI127', message, source }];
    }
  }
  return [];
}
