import type { Fact } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import { isPortOfOtherService, ownPortVariable, portNumber } from '../listening.js';
import { hinted, matches } from '../pattern.js';
import type { GoSource } from './sources.js';

/** Settings that a project shows as an example, to be copied and filled in. */
const examples = ['.env.example', '.env.sample', '.env.dist', '.env.template', 'example.env', 'sample.env'];

/** `os.Getenv("HTTP_PORT")`, `env:"HTTP_PORT,required"` */
const read = hinted(
  /PORT/,
  String.raw`(?:\b(?:Getenv|LookupEnv|MustGet\w*|GetString|GetInt)\(\s*|\benv(?:config)?:)"(?<variable>${ownPortVariable})\b`,
);

/** The port that an example of the settings gives to a variable which the program reads; null where there is none. */
export function examplePort(
  project: ProjectView,
  sources: readonly GoSource[],
): { readonly port: Fact<number>; readonly portVariable: Fact<string> } | null {
  const path = examples.find((name) => project.has(name));
  const file = path === undefined ? null : project.read(path);
  if (file === null) return null;
  for (const { source, index, groups } of matches(read, sources)) {
    const variable = groups['variable']!;
    const line = new RegExp(
      String.raw`^[ \t]*(?:export[ \t]+)?${variable}[ \t]*=[ \t]*["']?:?(?<port>\d{2,5})\b`,
      'm',
    );
    const found = line.exec(file.text);
    const port = portNumber(found?.groups?.['port']);
    if (found === null || port === null || isPortOfOtherService(port)) continue;
    return { port: file.fact(port, found.index), portVariable: source.file.fact(variable, index) };
  }
  return null;
}
