import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import ejs from 'ejs';
import { showControls } from '../control-characters.js';
import { diskReason, isDiskError } from '../disk-error.js';
import { InputError } from '../errors.js';
import { findTemplate, type FoundTemplate } from './find-template.js';
import { assertLines, normaliseLines } from './lines.js';
import type { TemplateRoot } from './render.js';
import { strictEscape } from './strict-escape.js';
import { tagFault } from './template-tags.js';
import { builtIn } from './template-roots.js';

/** What one rendering carries from a template to those that it includes. */
interface Rendering {
  readonly roots: readonly TemplateRoot[];
  /** The templates that include one another, outermost first. */
  readonly chain: readonly string[];
  /** Every template that took part. */
  readonly used: FoundTemplate[];
}

type Values = Readonly<Record<string, unknown>>;
type Compiled = (values: Values) => string;

/** What is wrong with a template, and on which line (from 1, null where no single one is at fault). */
class TemplateFault extends Error {
  readonly line: number | null;

  constructor(message: string, line: number | null) {
    super(message);
    this.line = line;
  }
}

/** Carries the error of an included template: EJS rewrites the message of what passes through it, not the cause. */
class IncludeFault extends Error {}

const compiled = new Map<string, Compiled>();

/** A name that can be a constant in a template and hides nothing that EJS puts beside it. */
const valueName = /^(?!(?:include|escapeFn|rethrow|locals)$)[a-z][a-zA-Z0-9]*$/;

/**
 * Renders a template (POSIX path below a root) with `data`, whose own properties are the names that the
 * template sees; other names are those of JavaScript. `data` is never trusted, templates are: they are code.
 *
 * - `<%= value %>` prints a value through the strict escape (strict-escape.ts).
 * - `<%- include('/partials/user.Dockerfile.ejs') %>` prints another template, with the same data and what
 *   a second argument adds. Paths are absolute and looked up in the roots, so that overrides are seen.
 * - `<%_ if (…) { _%>` on a line of its own vanishes with its line. There is no other control of blanks.
 *   An include on a line of its own ends in `-%>`, since what it prints has its own line break.
 * - Nothing else prints: `<%-` with anything but an include is an error.
 *
 * Throws InputError `broken-template` with origin, file and line, `no-such-template`, and Error where the
 * output of built-in templates alone has untidy lines (lines.ts); that of overlays is tidied.
 */
export function renderTemplate(template: string, data: object, roots: readonly TemplateRoot[]): string {
  const found = findTemplate(template, roots);
  if (found === null) throw noSuchTemplate(template, roots);
  const rendering: Rendering = { roots, chain: [template], used: [] };
  const text = renderFound(found, { ...data }, rendering);
  if (rendering.used.some(({ root }) => root.origin !== builtIn)) return normaliseLines(text);
  assertLines(text, template);
  return text;
}

function renderFound(found: FoundTemplate, values: Values, rendering: Rendering): string {
  const template = rendering.chain.at(-1)!;
  rendering.used.push(found);
  try {
    const include = (name: unknown, added: object = {}) => included(name, { ...values, ...added }, rendering);
    return compile(template, found, Object.keys(values))({ ...values, include });
  } catch (error) {
    throw explained(error, template, found, rendering.roots);
  }
}

function included(name: unknown, values: Values, { roots, chain, used }: Rendering): string {
  if (typeof name !== 'string' || !name.startsWith('/')) throw relativeInclude(String(name));
  const template = name.slice(1);
  if (chain.includes(template)) throw new Error(`include('${name}'): this template includes itself`);
  const found = findTemplate(template, roots);
  if (found === null) throw new Error(`include('${name}'): there is no such template`);
  try {
    return renderFound(found, values, { roots, chain: [...chain, template], used });
  } catch (cause) {
    throw new IncludeFault('an included template is broken', { cause });
  }
}

function relativeInclude(name: string): Error {
  const absolute = `/${name.replace(/^(\.{0,2}\/)+/, '')}`;
  return new Error(
    `include('${name}') is relative: write include('${absolute}'), from the root of the templates`,
  );
}

/** The values' names are constants of the compiled function, so it is kept for each set of names. */
function compile(template: string, found: FoundTemplate, names: readonly string[]): Compiled {
  const key = [found.file, ...names].join('\n');
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const render = compileSource(template, readTemplate(found.file), names);
  compiled.set(key, render);
  return render;
}

function compileSource(template: string, source: string, names: readonly string[]): Compiled {
  assertTags(source);
  assertNames(names);
  const made = new ejs.Template(source, {
    filename: template,
    escape: strictEscape,
    // No `with`: only names that are listed are looked up in the data, and none up its prototypes.
    strict: true,
    destructuredLocals: [...names, 'include'],
  });
  try {
    return made.compile() as Compiled;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new TemplateFault(
      error.message.split(` in ${template} while compiling`)[0]!,
      syntaxErrorLine(made.source),
    );
  }
}

function readTemplate(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n');
}

function assertTags(source: string): void {
  const fault = tagFault(source);
  if (fault !== null) throw new TemplateFault(fault.message, fault.line);
}

function assertNames(names: readonly string[]): void {
  const wrong = names.find((name) => !valueName.test(name));
  if (wrong !== undefined) throw new Error(`a template's value can't be named ${JSON.stringify(wrong)}`);
}

/** EJS does not say where a template's JavaScript is wrong, but the code it made tells each line it came from. */
function syntaxErrorLine(code: string): number {
  try {
    new vm.Script(`(function () {${code}})`, { filename: 'template' });
  } catch (error) {
    const row = /^template:(?<row>\d+)/.exec((error as Error).stack ?? '')?.groups?.['row'];
    const before = code.split('\n').slice(0, Number(row ?? 0));
    return Number(
      before
        .join('\n')
        .match(/(?<=__line = )\d+/g)
        ?.at(-1) ?? 1,
    );
  }
  return 1;
}

/** What a template threw, as an error for people. A fault of ours, which no template's line caused, stays as it is. */
function explained(
  error: unknown,
  template: string,
  found: FoundTemplate,
  roots: readonly TemplateRoot[],
): unknown {
  if (!(error instanceof Error)) return error;
  if (error instanceof IncludeFault) return error.cause;
  if (isDiskError(error)) return broken(new TemplateFault(diskReason(error), null), template, found, roots);
  const fault = error instanceof TemplateFault ? error : faultAtItsLine(error);
  return fault === null ? error : broken(fault, template, found, roots);
}

/** EJS puts `file:line` and the lines around it before the message of what was thrown. */
function faultAtItsLine({ message }: Error): TemplateFault | null {
  const place = /^[^\n]*:(?<line>\d+)\n(?:(?: >> | {4})\d+\| .*\n)+\n(?<message>[^]*)$/.exec(message)?.groups;
  return place === undefined ? null : new TemplateFault(place['message']!, Number(place['line']));
}

function broken(
  fault: TemplateFault,
  template: string,
  found: FoundTemplate,
  roots: readonly TemplateRoot[],
): InputError {
  const place = fault.line === null ? found.file : `${found.file}:${fault.line}`;
  return new InputError(
    'broken-template',
    `broken template (${showControls(found.root.origin)}), ${showControls(place)}: ${showControls(fault.message)}`,
    [...quoted(found.file, fault.line), ...advice(template, found, roots)].join('\n'),
  );
}

function quoted(file: string, line: number | null): string[] {
  if (line === null) return [];
  const text = readTemplate(file).split('\n')[line - 1];
  return text === undefined ? [] : [`${line}| ${showControls(text)}`];
}

function advice(template: string, { root }: FoundTemplate, roots: readonly TemplateRoot[]): string[] {
  if (root.origin === builtIn)
    return ['this template is built in: the project has a value that it can not print'];
  const original = findTemplate(
    template,
    roots.filter(({ origin }) => origin === builtIn),
  );
  return original === null ? [] : [`compare with the built-in template: ${original.file}`];
}

function noSuchTemplate(template: string, roots: readonly TemplateRoot[]): InputError {
  return new InputError(
    'no-such-template',
    `there is no template ${showControls(template)}`,
    `looked for in: ${roots.map(({ folder }) => showControls(folder)).join(', ')}`,
  );
}
