import type { Fact } from './fact.js';
import type { LanguageId } from './detect/facts.js';
import type { TreeAnswers } from './decide/decision.js';

/** What runs the pipeline. */
export const ciIds = ['github', 'gitlab', 'none'] as const;
export type CiId = (typeof ciIds)[number];

/** What looks for vulnerabilities. */
export const scannerIds = ['trivy', 'grype'] as const;
export type ScannerId = (typeof scannerIds)[number];

/** What opens pull requests for new versions. */
export const updateBots = ['dependabot', 'renovate', 'none'] as const;
export type UpdateBot = (typeof updateBots)[number];

/** What `--secret` takes: settings of package managers with the passwords of their registries. */
export const secretKinds = ['npm', 'yarn', 'pip', 'uv', 'go', 'netrc'] as const;
export type SecretKind = (typeof secretKinds)[number];

/**
 * Everything that was answered by flags, prompts or stored answers (in this precedence), each with its
 * source (`--port`, `answer`, `.yo-rc.json`). What is absent here is left to the facts.
 */
export interface Answers extends TreeAnswers {
  readonly language?: Fact<LanguageId>;
  readonly port?: Fact<number>;
  readonly start?: Fact<string>;
  /** The app's folder, POSIX, relative to the project. */
  readonly app?: Fact<string>;
  /** The path that tells whether the app is well: `/healthz`. */
  readonly health?: Fact<string>;
  /** Is a compose.yaml wanted? */
  readonly compose?: Fact<boolean>;
  /** Is a CONTAINER.md wanted? */
  readonly docs?: Fact<boolean>;
  /** How images are named: by their tags alone, or with what the registry has under them. */
  readonly pin?: Fact<'tag' | 'digest'>;
  /** Platforms that every image has to be there for: `linux/arm64`. */
  readonly platform?: Fact<readonly string[]>;
  readonly secret?: Fact<readonly SecretKind[]>;
  readonly updates?: Fact<UpdateBot>;
  /** Should the bot keep the app's own dependencies current too? */
  readonly updateDeps?: Fact<boolean>;
  readonly ci?: Fact<CiId>;
  readonly scanner?: Fact<ScannerId>;
  /** `ghcr`, `gitlab`, a registry with a path in it, or `none`. */
  readonly publish?: Fact<string>;
}
