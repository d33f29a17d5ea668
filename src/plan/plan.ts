import type { CiId, ScannerId, UpdateBot } from '../answers.js';
import type { BaseEntry, PipelineImages } from '../catalogue/catalogue.js';
import type { BaseId } from '../decide/decision.js';
import type { LanguageId } from '../detect/facts.js';

/** A file that will be rendered: where it goes in the project, and which template makes it. */
export interface PlannedFile {
  /** POSIX path from the project's root. */
  readonly path: string;
  /** Template paths below a template root, `files/dockerignore.ejs`: the first that exists makes the file. */
  readonly templates: readonly string[];
  /**
   * A file that does not hold for this app alone. `dependabot`, `renovate`, `gitlab`: the project's, entries are added to it; `images`: this
   * tool's, with an entry for each image; `kept`: the user's as soon as it is there. Absent: this tool's.
   */
  readonly mergedAs?: 'dependabot' | 'renovate' | 'gitlab' | 'images' | 'kept';
}

/** A `COPY`: from a stage, or from the build context where `from` is null. */
export interface Copy {
  readonly from: string | null;
  readonly sources: readonly string[];
  readonly target: string;
  /** Paths below the sources that stay behind. */
  readonly exclude?: readonly string[];
  /** Who owns the copies, `10001:10001`; absent: root. */
  readonly owner?: string;
}

/** A titled part of the .dockerignore. */
export interface IgnoreGroup {
  readonly title: string;
  readonly patterns: readonly string[];
}

/** A file that a step of the build gets to see, and no layer keeps. `source`: where its owner has it, in words of a shell; `target`: where the step finds it, absolute; `required`: a build without it ends and names it. */
export interface SecretFile {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly required: boolean;
}

/** A secret of the whole build. `source`: of its file, null for a variable of the same name; `flag`: what gives it to `docker build`. */
export interface BuildSecret {
  readonly id: string;
  readonly source: string | null;
  readonly flag: string;
}

/** What every build stage has. */
interface BuildStage {
  readonly image: string;
  /** Does the image start as a user who may not install? */
  readonly startsUnprivileged: boolean;
  readonly packages: readonly string[];
  /** What installs `packages`; null where there are none. */
  readonly packageManager: BasePackageManager | null;
  /** What steps that install get to see of registries that ask for a password. */
  readonly secretFiles: readonly SecretFile[];
  /** Variables that the package manager reads tokens from: secrets of the build. */
  readonly secrets?: readonly string[];
}

export type BasePackageManager = NonNullable<BaseEntry['packageManager']>;

/** A front end whose output a program embeds. */
export interface FrontEndBuild {
  readonly build: NodeBuild;
  /** Its folder in the build stage, absolute. */
  readonly folder: string;
  /** Its sources. */
  readonly sources: Copy;
}

/** The build stages of a Go program. */
export interface GoBuild extends BuildStage {
  readonly language: 'go';
  /** Is cgo on? Then it is built on the target's own architecture. */
  readonly native: boolean;
  /** `auto` where the module asks for a newer patch release than the image has. */
  readonly toolchain: 'auto' | null;
  /** A front end that is built in a stage of its own. */
  readonly frontEnd: FrontEndBuild | null;
  /** What the program writes to, made here for the last stage; null: nothing. */
  readonly writable: WritablePlaces | null;
  /** The sources, and what an earlier stage made of them. */
  readonly sources: readonly Copy[];
  readonly download: boolean;
  /** Commands that make Go sources, each in words. */
  readonly generators: readonly (readonly string[])[];
  /** The name of the module that the build makes, null where the project has one. */
  readonly newModule: string | null;
  readonly moduleFiles: readonly Copy[];
  readonly mainPackage: string;
  /** Is the version told by a build argument? */
  readonly versioned: boolean;
  /** What the linker is told. */
  readonly linkerFlags: string;
  /** Build tags, joined by commas, empty for none. */
  readonly tags: string;
}

/** The build stages of a Node.js app. */
export interface NodeBuild extends BuildStage {
  readonly language: 'node';
  /** Is what comes out the same for every platform, as finished pages are? */
  readonly portable: boolean;
  readonly installer: Installer;
  readonly installFiles: readonly Copy[];
  /** Is there anything to install before the sources come? */
  readonly installs: boolean;
  /** Settings of the package manager that hold for every step. */
  readonly environment?: readonly {
    readonly name: string;
    readonly value: string;
    readonly because: string;
  }[];
  /** Those without which it runs no script. */
  readonly scriptSecrets?: readonly string[];
  /** What the program writes to, made here for the last stage; absent or null: nothing. */
  readonly writable?: WritablePlaces | null;
  /** Commands that take install scripts out of the manifests: they need the sources, or a clone of them. */
  readonly scriptRemovals?: readonly (readonly string[])[];
  /** What generates code into the installed packages, from files that the install step has. */
  readonly generators?: readonly (readonly string[])[];
  /** The build command, null where nothing is built. */
  readonly buildCommand: readonly string[] | null;
  /** What runs before the build command, in the same step. */
  readonly buildPreparations?: readonly (readonly string[])[];
  /** Does a stage without the development tools follow the build? */
  readonly prunes: boolean;
  /** Does the build step install packages too? Then it shares the cache of the install step. */
  readonly buildInstalls?: boolean;
  /** Where the whole tree runs: folders of packages that the build stage drops when it is done; empty otherwise. */
  readonly leftovers: readonly string[];
}

/** The build stages of a Bun app. */
export interface BunBuild extends BuildStage {
  readonly language: 'bun';
  /** Where Bun keeps what it downloads. */
  readonly cache: string;
  readonly install: string;
  /** The command that leaves what runs, null where nothing has to go. */
  readonly prune: string | null;
  readonly installFiles: readonly Copy[];
  /** Is there anything to install before the sources come? */
  readonly installs: boolean;
  /** The build command, null where nothing is built. */
  readonly buildCommand: readonly string[] | null;
  /** Does the whole tree run? Then the build stage drops its dependencies when it is done. */
  readonly wholeTree: boolean;
  readonly writable: WritablePlaces | null;
}

/** The build stages of a Deno app. */
export interface DenoBuild extends BuildStage {
  readonly language: 'deno';
  readonly installFiles: readonly Copy[];
  /** The command that fetches what the settings list, null where they list nothing. */
  readonly install: string | null;
  /** The build command, null where nothing is built. */
  readonly buildCommand: readonly string[] | null;
  /** The command that fetches and compiles what the entry imports, null where no entry is known. */
  readonly cache: readonly string[] | null;
}

/** One package manager's commands, ready to stand in a template. */
export interface Installer {
  readonly id: string;
  /** The command that brings the package manager itself, with its cache; null where the image has it. */
  readonly setup: { readonly cache: string; readonly command: string } | null;
  /** Comes as a program from another image: its stage, null where it does not. */
  readonly companion: { readonly image: string; readonly path: string } | null;
  readonly cache: string;
  /** Commands of one step. */
  readonly install: readonly string[];
  readonly prune: readonly string[];
}

/** The build stages of a Python app. */
export interface PythonBuild extends BuildStage {
  readonly language: 'python';
  readonly manager: string;
  /** The package manager and its plug-ins in pip's words: `poetry==2.1.3`. */
  readonly tool: readonly string[];
  /** What Poetry, Pipenv and PDM see of registries where they make the lock file, as root in an image of their own. */
  readonly resolver: { readonly secretFiles: readonly SecretFile[]; readonly secrets: readonly string[] };
  /** The image that the package manager comes from (uv) or runs in (Poetry, Pipenv, PDM); null for pip. */
  readonly toolImage: string | null;
  readonly cache: string;
  readonly interpreter: string;
  /** Where the last stage has it, null where that is the same path. */
  readonly runInterpreter: string | null;
  readonly installFiles: readonly Copy[];
  readonly requirementsFiles: readonly string[];
  readonly hasDependencies: boolean;
  /** Is the project itself installed into the virtual environment? */
  readonly installsProject: boolean;
  /** Can nothing be installed before the sources come, since the installer asks the project's own build for its metadata? */
  readonly resolvesFromSources: boolean;
  /** Where the compiler of the project's own code keeps what a rebuild takes up again: mounts, and settings of the environment (`CARGO_TARGET_DIR=…`). */
  readonly compiler: { readonly caches: readonly string[]; readonly settings: readonly string[] };
  /** A program in Python that prints the manifest's dependencies, null where files list them or only a build tells. */
  readonly listDependencies: string | null;
  /** Is there a lock file? Without one nothing can be frozen. */
  readonly locked: boolean;
  /** What tells the package manager of extras and groups for production, in words. */
  readonly groups: readonly string[];
  /** What makes PDM's lock file one that can be exported, null where it is one. */
  readonly relock: string | null;
  /** What uv is told of the workspace's member: `--package api`; empty where the project is the app. */
  readonly member: readonly string[];
  /** The sources that installing the project takes. */
  readonly projectSources: readonly Copy[];
  /** Has the build stage not seen the app's own sources after the install? */
  readonly lacksSources: boolean;
  /** Names that requirements files list and Linux doesn't have; empty where there are none. */
  readonly unavailable: readonly string[];
  /** The requirements files. */
  readonly lists: readonly string[];
  /** Requirements files that install the project itself, which is not there yet when they are read. */
  readonly withoutItself: readonly string[];
  /** What pip is told when it installs the project: `--no-deps .`, `.[web]`. */
  readonly projectWords: readonly string[];
  /** Commands, each in words, that run the app's own sources at build time. */
  readonly collect: readonly (readonly string[])[];
  /** Why they run at build time, a sentence for people. */
  readonly collectBecause: string;
  /** Folders that these find empty and may write to, absolute; nothing of them stays. */
  readonly collectScratch: readonly string[];
  /** Folders and links to make for the last stage: what the program writes to. Null: it writes nothing there. */
  readonly writable: WritablePlaces | null;
}

/** Folders that become volumes, made in the build stage so that a last stage without a shell can have them. */
export interface WritablePlaces {
  /** Absolute. */
  readonly folders: readonly string[];
  /** Files among the sources that really lie in one of the folders. */
  readonly links: readonly { readonly to: string; readonly at: string }[];
}

/** Nothing is made before the last stage: there are only pages, or a program that needs no packages. */
export interface NoBuild {
  readonly language: 'none';
}

/** The last stage: all that crosses the joint between language and base. */
export interface Run {
  readonly image: string;
  readonly packages: readonly string[];
  /** Why `packages` are there, a sentence for people; empty where there are none. */
  readonly packagesBecause: string;
  /** Does the image start as a user who may not install? */
  readonly startsUnprivileged: boolean;
  readonly reinstall: readonly string[];
  readonly user: { readonly uid: number; readonly gid: number };
  readonly workdir: string | null;
  /** A folder that comes first in PATH. */
  readonly path: string | null;
  readonly env: readonly (readonly [name: string, value: string])[];
  readonly copies: readonly Copy[];
  readonly labels: readonly (readonly [name: string, value: string])[];
  readonly port: number | null;
  /** Folders that the program writes to, absolute. */
  readonly volumes: readonly string[];
  /** The folder below `workdir` that the program starts in, null for `workdir` itself. */
  readonly startFolder: string | null;
  /** What `docker stop` sends, where the image says otherwise than SIGTERM. */
  readonly stopSignal: string | null;
  readonly entrypoint: readonly string[];
  readonly cmd: readonly string[];
}

/** What comes with the app where it runs, beside `Run`. */
export interface Service {
  /** The image's name, `orders-api`. */
  readonly name: string;
  /** Variables without which the app does not start. */
  readonly needs: readonly string[];
  /** The variable that the app reads its port from, null where it reads none. */
  readonly portVariable: string | null;
  /** What the build takes as secrets. */
  readonly secrets: readonly BuildSecret[];
  /** The folders of `Run.volumes`, each with a name. */
  readonly volumes: readonly { readonly name: string; readonly path: string }[];
}

/** How Compose runs the image. */
export interface Compose {
  /** How the file begins, by which a later run knows it. */
  readonly head: string;
  /** The build context and, where it is not at its root, the Dockerfile in it; POSIX, the context as seen from the file. */
  readonly build: { readonly context: string; readonly dockerfile: string | null };
  readonly restart: 'on-failure' | 'unless-stopped';
  /** Is there a `.env`, or an example of one, beside the Dockerfile? */
  readonly readsSettings: boolean;
  /** What the app is given, whatever `.env` says; values as the file writes them. */
  readonly environment: readonly (readonly [name: string, value: string])[];
  /** Is there a debug target, since the image has no shell? */
  readonly debugs: boolean;
}

/** What CONTAINER.md says beside the rest of the plan. Paths are seen from the Dockerfile's folder, those in commands from the build context. */
export interface Docs {
  /** Where commands are typed, words for people. */
  readonly commandsIn: string;
  /** The command, in words, that Compose is started with. */
  readonly composeUp: readonly string[];
  /** What the image is made from, each once. */
  readonly images: readonly string[];
  readonly pinned: 'digest' | 'tag';
  /** What building for another processor takes. */
  readonly building: 'compiles' | 'emulates';
  /** Lines of `docker run`, each a flag with its value. */
  readonly runFlags: readonly (readonly [flag: string, value: string])[];
  /** Where a shell comes from. */
  readonly look: 'shell' | 'target';
  /** How a file gets out of a container. */
  readonly copying: 'tar' | 'cat' | 'debugger';
  /** The settings of the bot that keeps versions current, null without any. */
  readonly updates: string | null;
  /** The pipeline's file, null without any. */
  readonly pipeline: string | null;
  /** The file of accepted findings, null without any. */
  readonly accepted: string | null;
  /** The same in commands. */
  readonly acceptedFile: string | null;
  /** The command, in words, that shows what would be written now. */
  readonly again: readonly string[];
  /** Lines: the path through the tree, and what was not taken. */
  readonly why: readonly string[];
  readonly kubernetes: Kubernetes;
}

/** With which settings a cluster runs the image. */
export interface Kubernetes {
  /** A DNS label. */
  readonly name: string;
  /** Without a tag. */
  readonly image: string;
  /** Is it the image's own user, or any that the cluster chooses? */
  readonly user: 'own' | 'any';
  /** How it is asked whether it is well; null: it listens on no port. */
  readonly probe: 'path' | 'connection' | null;
  /** Whose rules names of hosts are looked up by. */
  readonly resolver: 'musl' | 'usual';
  readonly volumes: readonly { readonly name: string; readonly path: string }[];
}

/** What builds, scans and publishes the image. */
export interface Pipeline {
  readonly ci: CiId;
  readonly scanner: ScannerId;
  /** The image's name, one of the repository's: `orders-api`. */
  readonly image: string;
  /** The file of accepted findings, from the repository's root. */
  readonly ignoreFile: string;
  readonly publish: Publishing | null;
  /** Secrets of the build, with the names that the pipeline has them under. */
  readonly secrets: readonly (BuildSecret & { readonly name: string })[];
  readonly images: PipelineImages;
}

/** Where the image goes once it has passed the gates. */
export interface Publishing {
  /** `ghcr.io` */
  readonly registry: string;
  /** Registry and path, with the words of the pipeline for its own repository. */
  readonly repository: string;
  /** `token`: the pipeline's own; `secrets`: a user and a password that its owner gives it. */
  readonly signIn: 'token' | 'secrets';
  readonly platforms: readonly string[];
}

/** An image of the build whose line the last stage decides on. */
export interface HeldImage {
  /** As the registry has it, without a tag: `python`. */
  readonly image: string;
  /** For people: `Python 3.13`. */
  readonly line: string;
  /** Which kinds of new versions would leave the line. */
  readonly types: readonly ('major' | 'minor')[];
}

/** What keeps versions current. Directories are Dependabot's: from the repository's root, `/` for itself. */
export interface Updates {
  readonly bot: UpdateBot;
  /** Its settings, POSIX from the project's root; null where none are written. */
  readonly file: string | null;
  /** Every folder with a Dockerfile; `held`: the image that stays on its line there, null for none. */
  readonly docker: readonly { readonly directories: readonly string[]; readonly held: HeldImage | null }[];
  /** Every folder with a compose file that names images. */
  readonly compose: readonly string[];
  /** The app's own dependencies, where that was asked for: `ecosystem` is Dependabot's name, `managers` are Renovate's. */
  readonly packages: readonly {
    readonly ecosystem: string;
    readonly managers: readonly string[];
    readonly directory: string;
  }[];
}

/** How the container is asked whether it is well. */
export interface HealthCheck {
  /** The command, in words: 0 is well. */
  readonly test: readonly string[];
  readonly port: number;
  /** `/healthz`, of characters that mean nothing to a shell, to Go or to JavaScript. */
  readonly path: string;
  /** What asks, where the image has nothing that could: compiled by Go's image, or copied from BusyBox's. */
  readonly client: { readonly how: 'compiled' | 'copied'; readonly image: string } | null;
}

/** All that a template may say: plain data, complete, printable as JSON. */
export interface Plan {
  readonly project: {
    readonly name: string;
    readonly version: string | null;
    readonly description: string | null;
  };
  readonly language: LanguageId;
  /** The language's name for people. */
  readonly title: string;
  readonly base: BaseId;
  /** What installs packages in the last stage; null where the base has nothing that could. */
  readonly packageManager: BasePackageManager | null;
  /** Why this base, a line for people at the head of the Dockerfile. */
  readonly because: string;
  readonly build: BunBuild | DenoBuild | GoBuild | NodeBuild | PythonBuild | NoBuild;
  readonly run: Run;
  /** The image that the tiny static init comes from, null where none is needed or the base's packages hold it. */
  readonly init: { readonly image: string; readonly package: string } | null;
  /** The image of the debug target's shell, null where the base has a shell. */
  readonly shell: { readonly image: string } | null;
  /** The image that Caddy comes from, null where it does not serve. */
  readonly caddy: { readonly image: string } | null;
  /** Null where nobody asked for one. */
  readonly health: HealthCheck | null;
  /** Finished pages that a web server serves; null: a program of the app runs. `fallbacks`: what is tried for paths that are no files, `=404` where nothing answers. */
  readonly site: { readonly fallbacks: readonly string[] } | null;
  /** The Dockerfile's folder, POSIX, `.` for the project's root. */
  readonly folder: string;
  /** The build context, POSIX, `.` for the project's root. */
  readonly context: string;
  /** The Dockerfile, POSIX from the project's root. */
  readonly dockerfile: string;
  /** The app's folder in the build context, null where the app is the context itself. */
  readonly member: string | null;
  /** What `docker build` is told, typed in the build context: flags with their values, ready for a shell. */
  readonly buildFlags: readonly string[];
  readonly pipeline: Pipeline;
  readonly service: Service;
  /** Null where none is written. */
  readonly compose: Compose | null;
  /** Null where none are written. */
  readonly docs: Docs | null;
  readonly ignore: readonly IgnoreGroup[];
  /** Files that are part of the build context though their like never is. */
  readonly ignoreExceptions: readonly string[];
  readonly actions: Readonly<Record<string, { readonly tag: string; readonly sha: string }>>;
  readonly tools: Readonly<Record<string, string>>;
  readonly updates: Updates;
  readonly files: readonly PlannedFile[];
  readonly images: { readonly build: readonly string[]; readonly run: string };
}
