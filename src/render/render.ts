import type { PlannedFile } from '../plan/plan.js';

/** Where templates are looked for: an organisation's overlays first, the built-in ones last. */
export interface TemplateRoot {
  /** Absolute folder. */
  readonly folder: string;
  /** How it was named: `--templates ./acme`, or `built in`. */
  readonly origin: string;
}

/** A file's text, LF line ends. */
export interface RenderedFile {
  /** POSIX path from the project's root. */
  readonly path: string;
  readonly text: string;
  /** How it is added to a file that is there; absent: it replaces it. */
  readonly mergedAs?: PlannedFile['mergedAs'];
}
