import { Json5Fault, parseJson5, type Json5Node } from './json5.js';
import { unmergeable } from './unmergeable.js';

/** What of Renovate's settings is looked at and added to. https://docs.renovatebot.com/configuration-options/ */
export interface Settings {
  readonly extends?: readonly string[];
  readonly enabledManagers?: readonly string[];
  readonly packageRules?: readonly Rule[];
  readonly schedule?: unknown;
  readonly minimumReleaseAge?: unknown;
}

export interface Rule {
  readonly matchManagers?: readonly string[];
  readonly matchDatasources?: readonly string[];
  readonly [key: string]: unknown;
}

/** Settings, and where in their text each thing stands. Throws InputError `unmergeable` with line and column. */
export function readRenovateSettings(text: string, path: string): { root: Json5Node; settings: Settings } {
  const root = parsed(text, path);
  return { root, settings: settingsIn(root, text, path) };
}

function parsed(text: string, path: string): Json5Node {
  try {
    return parseJson5(text);
  } catch (error) {
    if (error instanceof Json5Fault) throw unmergeable(path, text, error.offset, error.message);
    throw error;
  }
}

/** Throws InputError where a key that is added to is no list of what it should hold. */
function settingsIn(root: Json5Node, text: string, path: string): Settings {
  if (root.members === undefined) throw unmergeable(path, text, root.start, 'it is not an object');
  for (const { key, start, node } of root.members) {
    const wanted = listsOf[key];
    if (wanted !== undefined && !node.items?.every(({ value }) => wanted.is(value)))
      throw unmergeable(path, text, start, `${key} is not a list of ${wanted.name}`);
  }
  return root.value as Settings;
}

const texts = { name: 'texts', is: (value: unknown) => typeof value === 'string' };
const listsOf: Readonly<Record<string, { name: string; is(value: unknown): boolean }>> = {
  extends: texts,
  enabledManagers: texts,
  packageRules: { name: 'objects', is: (value) => typeof value === 'object' && value !== null },
};
