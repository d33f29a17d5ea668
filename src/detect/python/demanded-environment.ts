import type { Fact } from '../../fact.js';
import { ownPortVariable } from '../listening.js';
import type { PythonSource } from './sources.js';
import { distinctFacts } from '../distinct-facts.js';

/** A read at the first level of a file, which ends the program where the variable is missing. */
const read =
  /^(?![ \t#])[^\n#]*?\b(?:os\.)?environ\[[ \t]*["'](?<value>[A-Z][A-Z\d_]*)["'][ \t]*\](?![ \t]*=[^=])/gm;
/** pydantic's settings: `class Settings(BaseSettings):` with what is indented below it. */
const settingsClass =
  /^class[ \t]+\w+\([^)\n]*\bBaseSettings\b[^)\n]*\):[ \t]*\n(?<body>(?:[ \t]+[^\n]*\n?|[ \t]*\n)*)/gm;
/** A field without a value of its own. https://docs.pydantic.dev/latest/concepts/pydantic_settings/ */
const field = /^(?: {4}|\t)(?<name>[A-Za-z]\w*)[ \t]*:[ \t]*(?!ClassVar\b)(?<type>[\w.[\], |]+?)[ \t]*$/gm;

/** Scripts that somebody runs by hand, or a pipeline. */
const besideProgram = /^(?:bin|ci|hack|dev|deploy|deployment|\.github)\//;

/** Variables of the environment without which the program does not start, each once, where it is first asked for. */
export function demandedEnvironment(sources: readonly PythonSource[]): Fact<string>[] {
  const found = sources
    .filter(({ path }) => !besideProgram.test(path))
    .flatMap((source) => [...readsOf(source), ...fieldsOf(source)]);
  return distinctFacts(found).filter(
    ({ value }) => !ownPort.test(value) && !sources.some(({ code }) => isProvided(code, value)),
  );
}

const ownPort = new RegExp(`^(?:${ownPortVariable})$`);

/** Does the program give it to itself, or look for it first? */
function isProvided(code: string, name: string): boolean {
  return (
    code.includes(name) &&
    (code.includes(`setdefault("${name}"`) ||
      new RegExp(String.raw`\benviron\[[ \t]*["']${name}["'][ \t]*\][ \t]*=[^=]`).test(code) ||
      new RegExp(String.raw`["']${name}["'][ \t]+(?:not[ \t]+)?in[ \t]+(?:os\.)?environ\b`).test(code))
  );
}

function readsOf({ code, file }: PythonSource): Fact<string>[] {
  return code.includes('environ[')
    ? [...code.matchAll(read)].map(({ index, groups }) => file.fact(groups!['value']!, index))
    : [];
}

/** Only of a class that is made when its file is imported: one that a function makes may never be. */
function fieldsOf({ code, file }: PythonSource): Fact<string>[] {
  if (!code.includes('BaseSettings')) return [];
  return [...code.matchAll(settingsClass)].flatMap(({ 0: text, index, groups }) => {
    const name = /^class[ \t]+(\w+)/.exec(text)![1]!;
    if (!new RegExp(String.raw`^\w+(?:[ \t]*:[ \t]*\w+)?[ \t]*=[ \t]*${name}\(\)`, 'm').test(code)) return [];
    const prefix = /\benv_prefix[ \t]*=[ \t]*["'](\w*)["']/.exec(text)?.[1] ?? '';
    const body = index + text.indexOf(groups!['body']!);
    return [...groups!['body']!.matchAll(field)].map((found) =>
      file.fact(`${prefix}${found.groups!['name']!}`.toUpperCase(), body + found.index),
    );
  });
}
