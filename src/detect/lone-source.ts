import type { Fact } from '../fact.js';
import type { ProjectView } from '../project/view.js';
import type { LanguageId } from './facts.js';

/** A program without the manifest that its language needs to be built. */
export interface LoneSource {
  readonly language: Fact<LanguageId>;
  /** The missing file. */
  readonly manifest: string;
  /** What makes it. */
  readonly remedy: string;
}

interface Kind {
  readonly language: LanguageId;
  readonly ending: RegExp;
  /** Names that programs have, the usual ones first; any other file with the ending comes after them. */
  readonly names: readonly string[];
  readonly manifest: string;
  readonly remedy: string;
}

const kinds: readonly Kind[] = [
  {
    language: 'go',
    ending: /(?<!_test)\.go$/,
    names: ['main.go'],
    manifest: 'go.mod',
    remedy: '`go mod init` and `go mod tidy` make it',
  },
  {
    language: 'python',
    ending: /\.py$/,
    names: ['main.py', 'app.py', 'server.py'],
    manifest: 'requirements.txt',
    remedy: 'list what the program imports there (an empty file will do)',
  },
  {
    language: 'node',
    ending: /\.[cm]?[jt]sx?$/,
    names: ['index.js', 'server.js', 'app.js', 'main.js', 'index.ts', 'server.ts', 'app.ts', 'main.ts'],
    manifest: 'package.json',
    remedy: '`npm init` makes it; give it a "start" script that starts a server',
  },
];

/** Settings of tools, which are written as programs. */
const settings = /^\.|\.(?:config|conf|setup)\.[cm]?[jt]s$/;

/** A source at the root that says the language though its manifest is missing; null where none is there. */
export function loneSource(project: ProjectView): LoneSource | null {
  const here = project.files.filter((path) => !path.includes('/') && !settings.test(path));
  for (const { language, ending, names, manifest, remedy } of kinds) {
    const found = names.find((name) => here.includes(name)) ?? here.find((path) => ending.test(path));
    if (found !== undefined) return { language: { value: language, source: found }, manifest, remedy };
  }
  return null;
}
