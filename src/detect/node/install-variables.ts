import type { Fact } from '../../fact.js';
import type { NodeApp } from './node-app.js';
import { distinctFacts } from '../distinct-facts.js';

/** Settings of package managers that may name variables of the environment. */
const settings = ['.npmrc', '.yarnrc.yml', '.yarnrc', 'bunfig.toml'];

/** `${NPM_TOKEN}`, with a default or without, on a line that is no comment. */
const variable = /^[^#;\n]*?\$\{(?<value>[A-Za-z_]\w{0,99})\??(?::?-[^}\n]*)?\}/gm;

/** What every build has by itself. */
const everywhere = new Set(['HOME', 'PWD', 'PATH', 'USER', 'INIT_CWD']);

/** Variables that the settings of the package manager read: they hold tokens as a rule. Each once. */
export function installVariables({ project }: NodeApp): Fact<string>[] {
  const found = settings.flatMap((path) => {
    const file = project.read(path);
    return [...(file?.text.matchAll(variable) ?? [])].flatMap(({ index, groups }) =>
      file && groups?.['value'] ? [file.fact(groups['value'], index)] : [],
    );
  });
  return distinctFacts(found).filter(({ value }) => !everywhere.has(value));
}
