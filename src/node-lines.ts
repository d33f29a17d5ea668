import { readCatalogue } from './read-catalogue.js';

/** `catalogue/node-lines.json`, which says what each part means. */
interface NodeLines {
  readonly codeNames: Readonly<Record<string, string>>;
  readonly oldestCaredFor: string;
}

function nodeLines(): NodeLines {
  return readCatalogue('node-lines.json');
}

/** The line (`22`) that `lts/jod`, `lts-jod` or `jod` names, in any case; null for what is no code name. */
export function nodeLineNamed(text: string): string | null {
  const name = text
    .trim()
    .toLowerCase()
    .replace(/^lts[/-]/, '');
  const { codeNames } = nodeLines();
  return Object.hasOwn(codeNames, name) ? codeNames[name]! : null;
}

/** The releases that packages name where they mean any that has had fixes of late, as a range. */
export function anyNodeCaredFor(): string {
  return `>=${nodeLines().oldestCaredFor}.0.0`;
}
