import type { Fact } from '../../fact.js';
import type { ProjectFile, ProjectView } from '../../project/view.js';
import { isPortOfOtherService, ownPortVariable, portNumber } from '../listening.js';
import { hinted, matches, type Pattern } from '../pattern.js';
import type { GoSource } from './sources.js';

/** Settings that a project shows as an example, to be copied and filled in. */
const examples = ['.env.example', '.env.sample', '.env.dist', '.env.template', 'example.env', 'sample.env'];

/** `os.Getenv("HTTP_PORT")`, `env:"HTTP_PORT,required"` */
const read = hinted(
  /PORT/,
  String.raw`(?:\b(?:Getenv|LookupEnv|MustGet\w*|GetString|GetInt)\(\s*|\benv(?:config)?:)"(?<variable>${ownPortVariable})\b`,
);

const address = String.raw`(?:(?:HTTP|SERVER|APP|API|WEB|LISTEN)_)?(?:SERVER_)?(?:ADDR(?:ESS)?|(?<=_)URL)`;

/** A whole address, `os.Getenv("SERVER_URL")`, and what viper reads from the file itself: `mapstructure:"SERVER_ADDRESS"`. https://github.com/spf13/viper */
const addresses: readonly Pattern[] = [
  hinted(/mapstructure/, String.raw`\bmapstructure:"(?<variable>${ownPortVariable}|${address})"`),
  hinted(/(?:ADDR|URL)/, String.raw`\b(?:Getenv|LookupEnv|GetString)\(\s*"(?<variable>${address})"`),
];

/** The port that an example of the settings gives to a variable which the program reads; null where there is none. */
export function examplePort(
  project: ProjectView,
  sources: readonly GoSource[],
): { readonly port: Fact<number>; readonly portVariable: Fact<string> | null } | null {
  const path = examples.find((name) => project.has(name));
  const file = path === undefined ? null : project.read(path);
  if (file === null) return null;
  for (const { source, index, groups } of matches(read, sources)) {
    const port = givenTo(groups['variable']!, file);
    if (port) return { port, portVariable: source.file.fact(groups['variable']!, index) };
  }
  for (const { groups } of addresses.flatMap((pattern) => [...matches(pattern, sources)])) {
    const port = givenTo(groups['variable']!, file);
    if (port) return { port, portVariable: null };
  }
  return null;
}

function givenTo(variable: string, file: ProjectFile): Fact<number> | null {
  const line = new RegExp(
    String.raw`^[ \t]*(?:export[ \t]+)?${variable}[ \t]*=[ \t]*["']?(?:[\w.]{0,60}:)?(?<port>\d{2,5})\b(?!\.)`,
    'm',
  );
  const found = line.exec(file.text);
  const port = portNumber(found?.groups?.['port']);
  return found === null || port === null || isPortOfOtherService(port) ? null : file.fact(port, found.index);
}
