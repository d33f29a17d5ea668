import type { LanguageId } from '../detect/facts.js';
import { baseIds, type BaseId } from '../decide/decision.js';
import { readCatalogue } from '../read-catalogue.js';

/** A base image: what it is and what it lacks. One file each in `catalogue/bases`. */
export interface BaseEntry {
  readonly id: BaseId;
  readonly title: string;
  readonly summary: string;
  readonly image: string;
  /** Whose package names hold here; null where nothing is installed. */
  readonly distribution: 'debian' | 'ubuntu' | 'alpine' | 'redhat' | 'wolfi' | null;
  readonly libc: 'none' | 'musl' | 'glibc';
  /** The C library's version, null where no source states it. */
  readonly glibc: string | null;
  /** Path of the shell, null where there is none. */
  readonly shell: string | null;
  /** Is there a `tar`, which `kubectl cp` runs in the container? */
  readonly tar: boolean;
  readonly packageManager: 'apt' | 'apk' | 'dnf' | 'microdnf' | null;
  /** Who the program runs as, and how that user comes to be: by files, adduser, useradd, as a bare number, or from the image. */
  readonly user: {
    readonly uid: number;
    readonly gid: number;
    readonly how: 'files' | 'adduser' | 'useradd' | 'number' | 'image';
  };
  readonly certificates: boolean;
  readonly timeZones: boolean;
  readonly rhel: boolean;
  /** Compressed, amd64, in MB; null where no source states it. */
  readonly sizeMB: number | null;
  /** Product name on endoflife.date. */
  readonly endOfLife: string | null;
  /** Last day of the vendor's general support, YYYY-MM-DD. */
  readonly supportedUntil: string | null;
  /** An init that the base's own packages hold; absent: the companion is copied in. */
  readonly init?: { readonly package: string; readonly path: string };
  /** A command that asks for the address behind it and fails where the answer is none or an error; absent: the base has no client. */
  readonly httpClient?: readonly string[];
  readonly source: string;
}

/** Files that a language brings to a base that lacks them: `COPY --from`. */
export interface CatalogueCopy {
  readonly from: string;
  readonly sources: readonly string[];
  readonly target: string;
}

export type WebServer = 'nginx' | 'caddy';

/**
 * How one language is built and run on one base. `{patch}`, `{cycle}`, `{digits}` (3.12 → 312) and `{base}`
 * (the base's own image) are filled in by `fill`.
 */
export interface Cell {
  readonly build: string;
  readonly run: string;
  /** Version cycles that exist here; absent: all of the language. */
  readonly cycles?: readonly string[];
  /** The cycle to take where the project leaves the choice; absent: the language's default. */
  readonly prefer?: string;
  /** The interpreter of the stage that needs one: the build stage of Python, the last stage of Node.js; absent: found by PATH. */
  readonly interpreter?: string;
  /** Where the last stage has Python's interpreter, if not where the build stage has it. */
  readonly runInterpreter?: string;
  /** `image`: the build image starts as a user of its own, and has to be told to build as root. */
  readonly buildUser?: 'image';
  /** The build stage's home folder, where caches lie; absent: `/root`. */
  readonly home?: string;
  /** `false`: the build image has no Yarn 1, which other images of Node.js bring. */
  readonly yarn?: false;
  readonly buildPackages?: readonly string[];
  /** The distribution of the build image, where that is not the base's. */
  readonly buildDistribution?: BaseEntry['distribution'];
  /** What installs them, where the base itself has nothing that could; absent: `apk`. */
  readonly buildPackageManager?: 'apt' | 'apk' | 'dnf' | 'microdnf';
  readonly runPackages?: readonly string[];
  /** Packages that the image lists as installed but whose files were stripped. */
  readonly reinstall?: readonly string[];
  /** The web server that serves finished pages. */
  readonly server?: WebServer;
  readonly runCopies?: readonly CatalogueCopy[];
  /** The language's own image brings what the bare base lacks. */
  readonly certificates?: boolean;
  readonly timeZones?: boolean;
  /** What replaces the fields above when a C compiler is needed; absent: such a project can't be built here. */
  readonly native?: Partial<
    Pick<
      Cell,
      'build' | 'run' | 'buildDistribution' | 'buildPackageManager' | 'buildPackages' | 'runPackages'
    >
  >;
  /** Where the companion's image has an init that runs on this image too, and is smaller than the static one: both are Debian 13. */
  readonly copiedInit?: string;
}

export interface Version {
  readonly cycle: string;
  /** The exact version in image tags. */
  readonly patch: string;
  readonly endOfLife: string | null;
}

export interface LanguageEntry {
  readonly id: LanguageId;
  readonly title: string;
  readonly source: readonly string[];
  /** The day on which these facts were checked; end-of-life dates are judged against it, not against a clock. */
  readonly asOf: string;
  /** Does the build end in an artefact that needs no run time of its language? */
  readonly selfContained: boolean;
  /** Why a shell is wanted by default, where that is not the language's run time. */
  readonly shell?: string;
  /** The cycle to take where the project states none. */
  readonly default: string;
  /** Newest first. */
  readonly versions: readonly Version[];
  /** Cycles past their end of life, for which no image is emitted. */
  readonly retired: readonly { readonly cycle: string; readonly endOfLife: string | null }[];
  readonly bases: Partial<Record<BaseId, Cell>>;
}

/** Images that serve beside the base: a static init, a static shell, uv. */
export interface Companions {
  readonly init: { readonly image: string; readonly package: string; readonly path: string };
  /** `httpClient`: as `BaseEntry` has it. */
  readonly shell: { readonly image: string; readonly httpClient: readonly string[] };
  readonly uv: { readonly image: string };
  readonly caddy: { readonly image: string };
}

/** The packages of one distribution that hold a library or a tool. */
export interface DistributionPackages {
  /** Headers and tools that only compiling needs. */
  readonly build: readonly string[];
  readonly run: readonly string[];
}

/** A library or a tool as each distribution has it; null where it has none. `ubuntu` only where it differs from Debian. */
export interface SystemPackage {
  /** For people: `PostgreSQL's client library`. */
  readonly title: string;
  readonly debian: DistributionPackages | null;
  readonly ubuntu?: DistributionPackages | null;
  readonly alpine: DistributionPackages | null;
  readonly redhat: DistributionPackages | null;
  readonly wolfi: DistributionPackages | null;
}

/** Libraries and tools that an app needs of the distribution, by id. */
export interface SystemPackages {
  /** Ids that were built and run on each distribution. */
  readonly proven: Readonly<Record<string, readonly string[]>>;
  readonly packages: Readonly<Record<string, SystemPackage>>;
}

/** Versions of package managers to pin where a project pins none. */
export interface PackageManagers {
  readonly versions: Readonly<Record<string, string>>;
}

/** Images that the jobs of a pipeline run in. */
export interface PipelineImages {
  /** Docker's client, and the engine beside it. */
  readonly docker: { readonly image: string };
  readonly dind: { readonly image: string };
  readonly trivy: { readonly image: string };
  /** With a shell, which a runner needs. */
  readonly grype: { readonly image: string };
}

export interface Actions {
  readonly actions: Readonly<Record<string, { readonly tag: string; readonly sha: string }>>;
  readonly tools: Readonly<Record<string, string>>;
}

export function loadBase(id: BaseId): BaseEntry {
  return readCatalogue(`bases/${id}.json`);
}

/** All bases, in the order of help texts. */
export function loadBases(): BaseEntry[] {
  return baseIds.map(loadBase);
}

export function loadLanguage(id: LanguageId): LanguageEntry {
  return readCatalogue(`languages/${id}.json`);
}

export function loadCompanions(): Companions {
  return readCatalogue('companions.json');
}

export function loadPackageManagers(): PackageManagers {
  return readCatalogue('package-managers.json');
}

export function loadSystemPackages(): SystemPackages {
  return readCatalogue('system-packages.json');
}

export function loadPipelineImages(): PipelineImages {
  return readCatalogue('pipeline-images.json');
}

export function loadActions(): Actions {
  return readCatalogue('actions.json');
}
