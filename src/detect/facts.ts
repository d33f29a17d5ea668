import type { Fact, Warning } from '../fact.js';

export type LanguageId = 'bun' | 'deno' | 'go' | 'node' | 'python' | 'static';

/** Names as `plan --json` gives them. */
export type PackageManager =
  | 'npm'
  | 'yarn'
  | 'yarn-berry'
  | 'pnpm'
  | 'bun'
  | 'deno'
  | 'pip'
  | 'uv'
  | 'poetry'
  | 'pipenv'
  | 'pdm'
  | 'gomod';

/** What a detector found out about one deployable app. Null: nothing states it. */
export interface AppFacts {
  readonly language: Fact<LanguageId>;
  /** As the project states it: `>=20`, `3.13`, `1.27`. */
  readonly version: Fact<string> | null;
  /** The newest version of the language (`3.12`) that every dependency is built for; null: nothing limits it. */
  readonly newestVersion?: Fact<string> | null;
  readonly packageManager: Fact<PackageManager> | null;
  readonly framework: Fact<string> | null;
  /** The file or package the program starts in: `cmd/server`, `src/server.js`, `app/main.py`. */
  readonly entry: Fact<string> | null;
  /** The start command as one would type it in the app's folder: `node dist/server.js`. */
  readonly start: Fact<string> | null;
  readonly port: Fact<number> | null;
  /** Does building it run a C compiler (cgo, add-ons, wheels from source)? */
  readonly nativeCode: Fact<boolean> | null;
  /** True: a musl base would fail. False: nothing speaks for glibc. Null: it can't be told. */
  readonly needsGlibc: Fact<boolean> | null;
  /** The environment variable the program reads its port from (`PORT`), where it reads one. */
  readonly portVariable: Fact<string> | null;
  /** Does the app, or the server that runs it, end on SIGTERM as process 1? */
  readonly handlesSigterm: Fact<boolean>;
  /** For labels: the project's own name and version. */
  readonly name: Fact<string> | null;
  readonly appVersion: Fact<string> | null;
  readonly description: Fact<string> | null;
  /** Must it run on Red Hat? True where OpenShift manifests or a UBI image say so. */
  readonly rhel: Fact<boolean> | null;
  /** What files of platforms ask of the distribution, by the catalogue's ids; absent: nothing. */
  readonly statedNeeds?: readonly Fact<string>[];
  /** Variables without which the app does not start, and which no image may hold; absent: none is known. */
  readonly neededSettings?: readonly Fact<string>[];
  readonly warnings: readonly Warning[];
  /** What only this language's plan needs. */
  readonly details: BunDetails | DenoDetails | GoDetails | NodeDetails | PythonDetails | StaticDetails;
}

/** A front end in Node.js whose output a program embeds. */
export interface FrontEnd {
  /** From the app's root: `ui`, `''` for the root itself. */
  readonly folder: string;
  /** What its build makes and the program embeds, from the app's root: `ui/dist`. */
  readonly outputs: readonly string[];
  readonly app: AppFacts;
}

export interface GoDetails {
  readonly kind: 'go';
  /** A folder of what is built at the project's root, where all paths start. */
  readonly builtAtRoot: boolean;
  /** The front end that is built first, because the program embeds what its build makes. */
  readonly frontEnd: FrontEnd | null;
  /** Folders that are packages in spite of their names: `docs`, `test`. */
  readonly packageFolders: readonly string[];
  /** Is there a go.mod? Without one the build makes it, for a program that needs the standard library alone. */
  readonly namesModule: boolean;
  /** The package that is built, from the module's root: `.`, `./cmd/server`. */
  readonly mainPackage: string;
  /** The binary's name. */
  readonly binary: string;
  /** Is there a `vendor/modules.txt`? Then nothing is downloaded. */
  readonly vendored: boolean;
  /** Files that `go mod download` needs: `go.mod`, `go.sum`, `go.work`, modules replaced by folders … */
  readonly moduleFiles: readonly string[];
  /** Folders beside the sources that the program opens at run time: `templates`, `static`. */
  readonly runtimeFolders: readonly string[];
  /** Files at the app's root that the program opens at run time: `index.html`. */
  readonly runtimeFiles: readonly string[];
  /** Libraries that it is linked against, by the catalogue's ids. */
  readonly libraries: readonly Fact<string>[];
  /** The release of templ that makes Go of templates before the compiler runs; null: nothing has to be made. */
  readonly templ: Fact<string> | null;
  /** Directives of `go generate` that the toolchain alone can run, whose output is not there: their packages' folders. */
  readonly generated: readonly string[];
  /** Variables that the project's own builds set to the version: `main.version`. */
  readonly versionVariables: readonly Fact<string>[];
  /** Build tags that the project's own scripts give. */
  readonly tags: readonly string[];
  /** Build tags that hold where it is built for musl. */
  readonly muslTags: readonly string[];
  /** What the program writes below its working directory. */
  readonly written: PythonDetails['written'];
  /** Patterns of files that it embeds though their like is usually no part of the build context. */
  readonly embedded: readonly string[];
  /** What follows the binary in the start command: `['serve']`. */
  readonly arguments: readonly string[];
  /** What the start command sets for the program: `GIN_MODE`. */
  readonly environment: Readonly<Record<string, string>>;
}

/** How a Prisma client is generated from its schema. */
export interface Prisma {
  /** The package that holds the schema, from the workspace's root; `.`: the app itself. */
  readonly folder: string;
  /** Where the client is written: among the sources, or below the packages; `linked`: there in a folder that only the package manager can name. */
  readonly place: 'sources' | 'packages' | 'linked';
  /** The schema: a file or a folder of files. */
  readonly schema: string;
  /** Does the client ask a program of machine code that needs OpenSSL? */
  readonly engines: Fact<boolean>;
  /** Folders of the app that the client is written to; empty: among the packages. */
  readonly output: readonly string[];
  /** Variables without which its settings can't be read. */
  readonly variables: readonly string[];
}

export interface NodeDetails {
  readonly kind: 'node';
  readonly lockFile: string | null;
  /** The package manager's own version to pin, exact (`9.15.4`), from the project or from its lock file's format. */
  readonly packageManagerVersion: Fact<string> | null;
  /** `nodeLinker` of Yarn 2 and later: node_modules or Plug'n'Play. */
  readonly nodeLinker: 'node-modules' | 'pnp' | null;
  /** Does the lock file hold what the manifests ask for? False: nothing can be frozen. */
  readonly lockFits: boolean;
  /** npm has to leave peers unchecked, since its lock file contradicts them. */
  readonly peersConflict: boolean;
  /** Ranges of Node.js without which the package manager would refuse to install. */
  readonly strictEngines: readonly string[];
  /** The manifest says on its own which run time develops it, and npm takes that seriously. */
  readonly developmentRuntime: string | null;
  /** Variables that the settings of the package manager read, with tokens as a rule. */
  readonly installVariables: readonly Fact<string>[];
  /** The setting of an .npmrc that holds a token itself: the file is a secret of the build. */
  readonly writtenToken: Fact<string> | null;
  /** A dependency is fetched by git. */
  readonly gitDependency: Fact<boolean> | null;
  /** Would Yarn 2 and later keep what it downloads within the project, though the project holds no such cache? */
  readonly cachesInProject: boolean;
  /** Can Yarn 2 and later install for one member alone? Built in from 4 on, a plug-in's before. */
  readonly focuses: boolean;
  /** Paths that the install step needs before the sources (manifest, lock file, settings, patches, Yarn releases), sorted. Folders end with `/`. */
  readonly installFiles: readonly string[];
  readonly hasDependencies: boolean;
  readonly hasDevDependencies: boolean;
  /** The name of the script that builds (`build`), null where nothing is built. */
  readonly buildScript: Fact<string> | null;
  /** The build tool's words (`next build`) where no script of the app names them; `buildScript` then says `build`. */
  readonly buildTool: readonly string[] | null;
  /** Where the build asks NODE_ENV whether it is one for production; absent or null: it doesn't. */
  readonly buildMode?: Fact<string> | null;
  /** What the script that builds has to say in an image, which has no database to change; absent or null: what it says. */
  readonly offlineBuild?: string | null;
  /** The same for the scripts that are run before and after it. */
  readonly offlineHooks?: readonly { readonly name: string; readonly line: string }[];
  /** What the build is told by its environment, each with a sentence on why. */
  readonly buildEnvironment: readonly {
    readonly name: string;
    readonly value: string;
    readonly because: string;
  }[];
  /** Folders with packages of their own that the build installs and that nothing needs afterwards. */
  readonly nestedInstalls: readonly string[];
  /** The app's install scripts that can't run before its sources are there. */
  readonly lateScripts: readonly LateScript[];
  /** Does what the build writes hold its dependencies? Then nothing else has to be installed where it runs. */
  readonly bundled: boolean;
  /** Next.js gathers the app and what it needs below `.next/standalone`. */
  readonly standalone: boolean;
  /** A Prisma schema, of which the client is generated right after the install. */
  readonly prisma: Prisma | null;
  /** Settings that spare the install step what only tests use: browsers. */
  readonly needlessDownloads: readonly (readonly [name: string, value: string])[];
  /** Programs and libraries of the distribution that packages call or are compiled against, by the catalogue's ids. */
  readonly systemPackages: readonly Fact<string>[];
  /** The app drives a browser, named where it is needed. */
  readonly browser: Fact<string> | null;
  /** Folders beside the sources that the program writes to, from the app's root. */
  readonly writtenFolders: readonly Fact<string>[];
  /** Database files at the app's root that the program makes there. */
  readonly writtenDatabases: readonly Fact<string>[];
  /** Does the build install packages? Then it wants what was downloaded before. */
  readonly buildInstalls: boolean;
  /** The app is a workspace's root and depends on members, or starts the file of one: they and their packages run too. */
  readonly needsMembers: boolean;
  /** Where the app is a member of a workspace: paths of `installFiles` and `lockFile` are then from the workspace's root. */
  readonly workspace: NodeWorkspace | null;
  /** A folder of the project that has no packages of its own: built, and run, at the project's root, where all paths start. */
  readonly builtAtRoot: boolean;
  /** What of the built tree runs: folders and files, from the app's root; null: the whole tree but its dependencies. */
  readonly output: readonly string[] | null;
  /** The folder that the build writes is a whole app of its own, and `output` is that folder alone. */
  readonly runsInOutput: boolean;
  /** The start command in words, without any package manager: `['node', 'dist/server.js']`. Empty where nothing states it. */
  readonly startWords: readonly string[];
  /** Are TypeScript sources run without a build, by Node.js itself or by a loader? */
  readonly runsTypeScript: boolean;
  /** What the start command sets for the program (`NODE_OPTIONS=…`), without NODE_ENV. */
  readonly startEnvironment: Readonly<Record<string, string>>;
  /** The start command calls what only a development install brings: dev dependencies have to stay. */
  readonly startNeedsDevDependencies: boolean;
  /** An install script of the app calls what only a development install brings: `patch-package` among the dev dependencies. */
  readonly installNeedsDevDependencies: boolean;
  /** The app's own scripts that an install runs (`prepare`, `postinstall`), each with its line. */
  readonly installScripts: readonly Fact<string>[];
  /** The folder of finished pages that the build makes, where no program of the app has to run. */
  readonly staticSite: Fact<string> | null;
  /** What the build or the program reads of what is usually no part of the build context: documents, tests, settings; patterns from the app's root. */
  readonly documents: readonly string[];
  /** What its server answers with for paths that are no files: the first of these pages that is there; empty: it says that there is none. */
  readonly siteFallbacks: readonly string[];
}

/** A script that an install would run too early. */
export interface LateScript {
  /** The manifest's folder, POSIX, `.` for the root. */
  readonly folder: string;
  readonly name: string;
  /** False: it sets up a developer's clone (git hooks), and no image needs it. */
  readonly runs: boolean;
  readonly source: string;
}

/** An app within a workspace, paths from the workspace's root. */
export interface NodeWorkspace {
  readonly folder: string;
  readonly name: string | null;
  /** The members that the app needs, those that are built first at the front, the app itself not among them. */
  readonly needs: readonly { readonly folder: string; readonly buildScript: string | null }[];
  /** Folders of the members that the app does not need. */
  readonly others: readonly string[];
  /** Folders of tests and documents that are compiled together with the app or a member that it needs. */
  readonly compiledTests: readonly string[];
  /** The root has dependencies of its own. */
  readonly rootDependencies: boolean;
  /** The app's packages lie at the root, not beside the app. */
  readonly packagesAbove: boolean;
  /** Turborepo or Nx run the build, as the root asks. */
  readonly orchestrator: 'turbo' | 'nx' | null;
}

/** Bun installs, builds and lays out an app as Node.js does; its program is `bun`. */
export interface BunDetails extends Pick<
  NodeDetails,
  | 'lockFile'
  | 'lockFits'
  | 'installFiles'
  | 'writtenToken'
  | 'hasDependencies'
  | 'hasDevDependencies'
  | 'buildScript'
  | 'output'
  | 'startWords'
  | 'startEnvironment'
  | 'startNeedsDevDependencies'
  | 'writtenFolders'
  | 'writtenDatabases'
  | 'needsMembers'
> {
  /** Where the app is a member of a workspace: paths of `installFiles` and `lockFile` are then from the workspace's root. */
  readonly workspace:
    (Pick<NodeWorkspace, 'folder'> & { readonly needs: readonly { readonly folder: string }[] }) | null;
  readonly kind: 'bun';
}

export interface DenoDetails {
  readonly kind: 'deno';
  /** A member of a workspace: all paths start at the workspace's root. */
  readonly builtAtRoot: boolean;
  readonly lockFile: string | null;
  /** Paths that the install step needs before the sources: settings, lock file, import map, members' settings. Folders end with `/`. */
  readonly installFiles: readonly string[];
  readonly writtenToken: Fact<string> | null;
  /** Do the settings (or package.json) list dependencies, so that they can be fetched before the sources come? */
  readonly hasDependencies: boolean;
  /** The task that builds (`build`), null where nothing is built. */
  readonly buildTask: Fact<string> | null;
  /** The member that the task is of, null for the root. */
  readonly buildFolder: string | null;
  /** The start command in words: `['deno', 'run', '--allow-net', 'main.ts']`. Empty where nothing states it. */
  readonly startWords: readonly string[];
  readonly startEnvironment: Readonly<Record<string, string>>;
  /** The member of a workspace that the start command is run in, from the app's root; null for the root. */
  readonly startFolder: string | null;
}

/** Finished pages that nothing has to build. */
export interface StaticDetails {
  readonly kind: 'static';
  /** The folder of the pages, from the app's root: `.`, `public`. */
  readonly pages: string;
}

export interface PythonDetails {
  readonly kind: 'python';
  readonly lockFile: string | null;
  /** Is the lock file one that can't be exported before its markers are added? */
  readonly lacksMarkers: boolean;
  readonly packageManagerVersion: Fact<string> | null;
  /** What is installed beside the project's own dependencies: extras and groups for production. */
  readonly productionGroups: { readonly extras: readonly string[]; readonly groups: readonly string[] };
  /** Variables in the addresses that packages come from, with passwords as a rule. */
  readonly installVariables: readonly Fact<string>[];
  /** `requires-python`, where what installs the project stops at any other Python; null where nothing does. */
  readonly enforcedPython: Fact<string> | null;
  /** Requirements files to install, in order, with what they include (`-r`, `-c`). */
  readonly requirementsFiles: readonly string[];
  /** Names in these files that can't be installed on Linux, and are left out. */
  readonly unavailable: readonly string[];
  /** The project itself where a requirements file installs it: `.`, `.[web]`; null where none does. */
  readonly installsItself: string | null;
  /** Paths that the install step needs before the sources. Folders end with `/`. */
  readonly installFiles: readonly string[];
  /** Members of the uv workspace that alone are installed, as folders: its root runs from its tree. Null: the project is installed as a whole. */
  readonly installedMembers: readonly string[] | null;
  /** Where the app is a member of a uv workspace: `installFiles` and `lockFile` are then from the workspace's root. */
  readonly workspace: {
    readonly folder: string;
    readonly name: string;
    /** Folders of the members that it needs, the app's own not among them. */
    readonly needs: readonly string[];
  } | null;
  /** Is the project itself a package that has to be installed (a build system, `src/` layout), or has it workspace members that are? */
  readonly packaged: boolean;
  /** The variable that tells the version where only Git's history does, null where it is written. */
  readonly versionVariable: string | null;
  /** Does installing the project write its version among the sources? */
  readonly writesVersion: boolean;
  readonly hasDependencies: boolean;
  /** The start command in words: `['uvicorn', 'app.main:app', '--host', '0.0.0.0', '--port', '8000']`. */
  readonly startWords: readonly string[];
  /** The folder that the start command is run in, from the app's root; null for the root. */
  readonly startFolder: string | null;
  /** The signal that ends the program where SIGTERM doesn't, null where it does. */
  readonly stopSignal: string | null;
  /** Django's settings ask for collected static files. */
  readonly collectStatic: boolean;
  /**
   * Libraries and tools of the distribution that pip does not bring, each with the line of the package that needs
   * it: `libpq`, `git`. Which packages hold them is each distribution's own matter.
   */
  readonly systemPackages: readonly Fact<string>[];
  /** What the app writes beside its sources, from the app's root: folders, and database files with no folder of their own. */
  readonly written: {
    readonly folders: readonly Fact<string>[];
    readonly databases: readonly Fact<string>[];
  };
  /** Markdown files at the root that the app reads when it runs. */
  readonly documents: readonly string[];
  /** Does uv, without a lock file, ask the project's own build for what its manifest leaves to it? */
  readonly resolvesFromSources: boolean;
  /** Where the dependencies can be read without the sources; null: requirements files list them, or only building the project tells. */
  readonly dependencyManifest: 'pyproject.toml' | 'setup.cfg' | null;
  /** How Django's static files are collected when the image is built; null where they are not. */
  readonly collects: {
    readonly commands: readonly (readonly string[])[];
    readonly environment: Readonly<Record<string, string>>;
    /** Folders that have to be there, and whose content is dropped. */
    readonly scratchFolders: readonly string[];
  } | null;
  /** Does the start command run files of the project's own tree? False: a program that installing the project brings. */
  readonly runsSources: boolean;
  /** Variables that the start command needs: `GRADIO_SERVER_NAME`, what a Procfile sets before its command. */
  readonly environment: Readonly<Record<string, string>>;
}
