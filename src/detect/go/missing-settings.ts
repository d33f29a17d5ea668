import type { Fact, Warning } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import { hinted, matches, type Pattern } from '../pattern.js';
import { namesConfig, setsConfig } from './quick-looks.js';
import type { GoSource } from './sources.js';

const file = String.raw`(?<value>\.env|\w[\w-]{0,40}\.(?:ya?ml|toml|json|ini|env|conf))`;

/** Flags and calls that name the file of settings. */
const named: readonly Pattern[] = [
  // flag.String("config", "config.toml", …), f.StringSlice("config", []string{"config.toml"}, …)
  hinted(
    namesConfig,
    String.raw`\b(?:String|StringVar|StringSlice)(?:Var)?P?\(\s*(?:&[\w.]{1,60},\s*)?"(?:c|f|conf|config)(?:[-_.]?(?:file|path))?"\s*,\s*(?:"\w?"\s*,\s*)?(?:\[\]string\{\s*)?"(?:\.\/)?${file}"`,
  ),
  hinted(setsConfig, String.raw`\bSetConfigFile\(\s*"(?:\.\/)?${file}"`),
];
/** viper's name without an ending, which `SetConfigType` then gives. */
const viperName = hinted(setsConfig, String.raw`\bSetConfigName\(\s*"(?<value>[\w-]{1,40})"`);

/** godotenv, where the program ends without the file. https://github.com/joho/godotenv */
const demandedFile = hinted(
  /godotenv/,
  String.raw`\bgodotenv\.(?:Over)?[lL]oad\(\s*(?:"(?:\.\/)?(?<value>[\w.-]{1,40})")?\s*\)\s*;?\s*(?:if\s+)?(?:err\s*;\s*)?(?:err\s*)?!=\s*nil\s*\{[^{}]{0,200}?(?:\bFatal|\bpanic\(|\bos\.Exit\()`,
);

/** How people call what is to be copied: `config.toml.sample`, `config.example.toml`. */
const endings = ['sample', 'example', 'dist', 'template'];

/** What only shows the settings that the program reads. */
export function exampleSettings(project: ProjectView, sources: readonly GoSource[]): string[] {
  const wanted = named.flatMap((pattern) => found(sources, pattern));
  return wanted
    .filter(({ value }) => !project.has(value))
    .flatMap(({ value }) =>
      examplesOf(value)
        .filter((path) => project.has(path))
        .slice(0, 1),
    );
}

/** Settings that a program reads beside itself, and that an image lacks: those of which only an example is here, and those that may hold secrets. */
export function missingSettings(project: ProjectView, sources: readonly GoSource[]): Warning[] {
  const wanted = [
    ...named.flatMap((pattern) => found(sources, pattern)),
    ...found(sources, viperName).map(({ value, source }) => ({ value: `${value}.env`, source })),
  ];
  const told = [
    ...[...matches(demandedFile, sources)].map(({ source, index, groups }) =>
      demandedWarning(project, source.file.fact(groups['value'] ?? '.env', index)),
    ),
    ...wanted.flatMap((fact) => warningOf(project, fact) ?? []),
  ];
  return told.slice(0, 1);
}

function found(sources: readonly GoSource[], pattern: Pattern): Fact<string>[] {
  return [...matches(pattern, sources)].map(({ source, index, groups }) =>
    source.file.fact(groups['value']!, index),
  );
}

function warningOf(project: ProjectView, { value, source }: Fact<string>): Warning | null {
  if (project.has(value))
    return value.endsWith('.env')
      ? warning(
          `the program reads ${value}, which is left out of the image since such files hold secrets`,
          value,
          source,
        )
      : null;
  const example = examplesOf(value).find((path) => project.has(path));
  return example === undefined
    ? null
    : warning(
        `the program reads ${value}, which is not here (${example} shows what it holds)`,
        value,
        source,
      );
}

function demandedWarning(project: ProjectView, { value, source }: Fact<string>): Warning {
  const example = examplesOf(value).find((path) => project.has(path));
  const shown = example === undefined ? '' : ` (${example} shows what it holds)`;
  return warning(`the program ends without ${value}, which no image holds${shown}`, value, source);
}

function warning(what: string, path: string, source: string): Warning {
  return {
    code: 'BI194',
    message: `${what}: mount your ${path} into the folder that the program starts in`,
    source,
  };
}

/** `config.toml`: `config.toml.sample`, `config.sample.toml`, `config-sample.toml` */
function examplesOf(path: string): string[] {
  const at = path.lastIndexOf('.');
  const [stem, ending] = [path.slice(0, at), path.slice(at)];
  return endings.flatMap((word) => [
    `${path}.${word}`,
    `${stem}.${word}${ending}`,
    `${stem}-${word}${ending}`,
  ]);
}
