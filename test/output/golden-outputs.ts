import { goldenCases, type GoldenCase } from '../golden-tests/cases.js';
import { filesBelow } from '../golden-tests/files-below.js';
import { expectedFolder } from '../golden-tests/generate.js';

/** One generated file of one golden case. */
export interface Output {
  readonly golden: GoldenCase;
  /** POSIX path from the project's root. */
  readonly path: string;
  readonly text: string;
}

export function outputs(isWanted: (path: string) => boolean): Output[] {
  return goldenCases.flatMap((golden) =>
    Object.entries(filesBelow(expectedFolder(golden)))
      .filter(([path]) => isWanted(path))
      .map(([path, text]) => ({ golden, path, text })),
  );
}

export const isDockerfile = (path: string) => path.endsWith('Dockerfile');
export const isYaml = (path: string) => /\.ya?ml$/.test(path);
export const isRenovate = (path: string) => /renovate\.json5?$/.test(path);

/** Each different text once, with the first case that has it: judges are slow. */
export function distinct(list: readonly Output[]): Output[] {
  const seen = new Map(list.toReversed().map((output) => [output.text, output]));
  return [...seen.values()].toReversed();
}
