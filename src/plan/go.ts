import { distributionPackages } from '../catalogue/distribution-packages.js';
import type { FrontEnd, GoDetails } from '../detect/facts.js';
import { buildStage } from './build-stage.js';
import type { LanguagePart, PlanContext } from './context.js';
import { copiesByFolder } from './copies.js';
import { planFrontEnd } from './front-end.js';
import type { Copy, GoBuild } from './plan.js';
import { writable } from './writable.js';
import { portEnvironment } from './port-environment.js';

/** Where the last stage has what the program opens and writes. */
const workdir = '/srv';
/** Where the build stage has its sources. */
const sources = '/src';

/** Go: one binary at `/app`, and what it opens at run time beside it. */
export function planGo(context: PlanContext, details: GoDetails): LanguagePart<GoBuild> {
  const { facts, base } = context;
  const native = facts.nativeCode?.value ?? false;
  const written = writable(context, details);
  const runtimePaths = [...details.runtimeFolders, ...details.runtimeFiles];
  const bringsCertificates = !base.certificates;
  return {
    build: {
      ...compiler(context, details),
      language: 'go',
      native,
      toolchain: asksForNewer(context) ? 'auto' : null,
      frontEnd: details.frontEnd === null ? null : planFrontEnd(context, details.frontEnd),
      writable: written && written.places,
      sources: [everything, ...embedded(details.frontEnd)],
      download: !details.vendored && details.moduleFiles.some((path) => path.endsWith('go.sum')),
      generators: generators(details),
      newModule: details.namesModule ? null : 'app',
      moduleFiles: copiesByFolder(details.moduleFiles),
      mainPackage: details.mainPackage,
      versioned: details.versionVariables.length > 0,
      linkerFlags: ['-s -w', ...details.versionVariables.map(({ value }) => `-X ${value}=$VERSION`)].join(
        ' ',
      ),
      // Go finds time zones in the binary where the base has none.
      tags: [
        ...(base.timeZones ? [] : ['timetzdata']),
        ...(isMusl(context) ? details.muslTags : []),
        ...details.tags,
      ].join(','),
    },
    workdir: runtimePaths.length > 0 || written !== null ? workdir : null,
    path: null,
    env: environmentOf(context, details),
    copies: [
      ...(bringsCertificates ? [certificates] : []),
      ...runtimePaths.map(besideTheBinary),
      ...(written === null ? [] : [written.copy]),
      { from: 'build', sources: ['/out/app'], target: '/app' },
    ],
    volumes: (written?.places.folders ?? []).map((folder) => `${workdir}/${folder.split('/').at(-1)}`),
    program: ['/app', ...details.arguments],
    ignore: [
      '**/*_test.go',
      '**/*.test',
      '**/cover*.out',
      'tmp',
      ...(details.frontEnd === null ? [] : details.frontEnd.outputs),
    ],
    needed: [...details.packageFolders, ...details.embedded],
    needs: { certificates: false, timeZones: false },
  };
}

function generators({ templ, generated }: GoDetails): string[][] {
  const templates =
    templ === null ? [] : [['go', 'run', `github.com/a-h/templ/cmd/templ@${templ.value}`, 'generate']];
  return [...templates, ...generated.map(generate)];
}

/** Of the package's directives only those that need no program beside the toolchain. */
function generate(folder: string): string[] {
  return ['go', 'generate', '-run', '//go:generate go (run|tool) ', folder === '' ? '.' : `./${folder}`];
}

/** The port that is exposed wins over one that a start command sets. */
function environmentOf(context: PlanContext, { environment }: GoDetails): (readonly [string, string])[] {
  const port = portEnvironment(context);
  const own = Object.entries(environment).filter(([name]) => !port.some(([taken]) => taken === name));
  return [...own, ...port];
}

const everything: Copy = { from: null, sources: ['.'], target: '.' };

function embedded(frontEnd: FrontEnd | null): Copy[] {
  return (frontEnd?.outputs ?? []).map((output) => ({
    from: 'frontend',
    sources: [`${sources}/${output}`],
    target: `./${output}`,
  }));
}

/** The golang images have a CA bundle at the path where Go looks first. */
const certificates: Copy = {
  from: 'build',
  sources: ['/etc/ssl/certs/ca-certificates.crt'],
  target: '/etc/ssl/certs/',
};

function besideTheBinary(folder: string): Copy {
  const bare = folder.replace(/^\.\/|\/$/g, '');
  return { from: 'build', sources: [`${sources}/${bare}`], target: `./${bare}` };
}

/** The images set GOTOOLCHAIN=local and so refuse a module that asks for a newer release. */
function asksForNewer({ facts, version }: PlanContext): boolean {
  const stated = (facts.version?.value ?? '').split('.').map(Number);
  const has = version.patch.split('.').map(Number);
  const at = has.findIndex((number, place) => number !== (stated[place] ?? 0));
  return at >= 0 && (stated[at] ?? 0) > has[at]!;
}

/** Where the cell compiles for musl, it does so on Alpine; all other golang images are Debian's. */
function isMusl({ cell, facts }: PlanContext): boolean {
  return (facts.nativeCode?.value ?? false) && cell.build.includes('alpine');
}

/** The stage that compiles, with the headers of what the program is linked against: of its own distribution, whatever the base. */
function compiler(context: PlanContext, { libraries }: GoDetails): ReturnType<typeof buildStage> {
  const distribution = isMusl(context) ? 'alpine' : 'debian';
  const headers = libraries.flatMap(
    ({ value }) => distributionPackages(value, { distribution })?.build ?? [],
  );
  const tools = distribution === 'alpine' && headers.length > 0 ? ['g++', 'pkgconf'] : [];
  // Private modules come by git, which golang's images of Alpine lack.
  const git = distribution === 'alpine' && context.answers.secret?.value.includes('go') ? ['git'] : [];
  const packages = [...new Set([...(context.cell.buildPackages ?? []), ...tools, ...git, ...headers])].sort();
  const packageManager = distribution === 'alpine' ? 'apk' : 'apt';
  return { ...buildStage(context), packages, packageManager: packages.length === 0 ? null : packageManager };
}
