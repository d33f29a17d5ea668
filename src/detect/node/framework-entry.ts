/** What is known about a framework or server: who it is, and what it does where the project says nothing. */
export interface Framework {
  readonly id: string;
  /** The dependency that gives it away. */
  readonly dependency: string;
  /** Only releases before this major version. */
  readonly before?: number;
  /** A dependency that makes another framework of it. */
  readonly unless?: string;
  /** Its own default port, null where it has none. */
  readonly port: number | null;
  /** Reads its port from `PORT` by itself. */
  readonly readsPort?: boolean;
  /** What its server has to be told to be reached from outside of the container. */
  readonly environment?: Readonly<Record<string, string>>;
  /** What serves in production, where no script says so. */
  readonly start?: string;
  /** The server ends on SIGTERM without the app's help. */
  readonly handlesSigterm?: boolean;
  /** Where its build puts what is served. */
  readonly output?: string;
  /** Other folders of its build that its server reads. */
  readonly outputBeside?: readonly string[];
  /** Packages that its built server loads, though its starter has them for development only. */
  readonly loads?: readonly string[];
  /** What builds, where no script says so. */
  readonly build?: string;
  /** Its build's output holds all dependencies. */
  readonly bundles?: boolean;
  /** Found among the dev dependencies too: its build needs no trace of it at run time. */
  readonly builds?: boolean;
  /** The folder of a static site that its build makes where no server is started. */
  readonly staticOutput?: string;
  /** What its site answers with for paths that are no files: the first of these pages that is there. Absent: nothing. */
  readonly fallbacks?: readonly string[];
  /** Documents beside the code: it counts only where nothing else is started. */
  readonly documents?: boolean;
  /** The script that builds calls this, whatever its name is. */
  readonly builtBy?: RegExp;
  /** What its build writes is a whole app of its own, which looks for its files from there. */
  readonly runsInOutput?: boolean;
  /** Folders below its build's output that its server writes to. */
  readonly writes?: readonly string[];
  /** Folders from the app's root that its server writes to as it is set up by its starter. */
  readonly writesBeside?: readonly string[];
  /** What its users should know of an image that is made so. */
  readonly caution?: string;
  /** What its build has to be told. */
  readonly buildEnvironment?: readonly BuildSetting[];
}

/** A variable that a build reads, and a sentence on why it is set. */
export interface BuildSetting {
  readonly name: string;
  readonly value: string;
  readonly because: string;
}
