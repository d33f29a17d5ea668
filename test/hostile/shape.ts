import assert from 'node:assert/strict';
import { DockerfileParser } from 'dockerfile-ast';
import { isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml';
import { controlCharacter } from '../../src/control-characters.js';
import type { RenderedFile } from '../../src/render/render.js';

/**
 * What of each file must not depend on the texts in it: keys, lines, expressions. Throws where a file can't be parsed,
 * leaves the project, holds a control character or an instruction that is none of ours.
 */
export function shapes(files: readonly RenderedFile[]): string[] {
  return files.map(({ path, text }) => {
    assert.ok(!path.startsWith('/') && !path.split('/').includes('..'), `${path} leaves the project`);
    const odd = text.split('\n').find((line) => controlCharacter.test(line));
    assert.equal(odd, undefined, `${path} has a control character`);
    const kind = path.endsWith('Dockerfile')
      ? 'Dockerfile'
      : /\.ya?ml$/.test(path)
        ? 'YAML'
        : path.endsWith('.md')
          ? 'page'
          : 'lines';
    return `${kind} ${JSON.stringify(readers[kind](text))}`;
  });
}

const readers = { Dockerfile: dockerfileShape, YAML: yamlShape, page: pageShape, lines: listShape };

function dockerfileShape(text: string): unknown {
  const instructions = DockerfileParser.parse(text).getInstructions();
  for (const instruction of instructions) {
    assert.ok(ours.has(instruction.getKeyword()), instruction.toString());
    assert.doesNotMatch(instruction.toString(), injected);
    if (!['ENTRYPOINT', 'CMD'].includes(instruction.getKeyword())) continue;
    const words: unknown = JSON.parse(instruction.getArgumentsContent() ?? '');
    assert.ok(Array.isArray(words) && words.every((word) => typeof word === 'string'));
  }
  return 'every instruction is ours';
}

/** What templates write. Which of them a Dockerfile has follows from what was understood of the project. */
const ours = new Set(
  'FROM ARG WORKDIR RUN COPY ENV LABEL USER EXPOSE VOLUME STOPSIGNAL ENTRYPOINT CMD'.split(' '),
);

/** The instructions among the hostile texts, at the start of a line. */
const injected = /^(?:RUN id|FROM evil|ENV EVIL)/;

function yamlShape(text: string): unknown {
  const document = parseDocument(text);
  assert.deepEqual(document.errors, []);
  return { keys: keysOf(document.contents), expressions: text.split('${{').length, lines: lineShape(text) };
}

function keysOf(node: Node | null): unknown {
  if (isMap<Node, Node>(node))
    return node.items.map(({ key, value }) => [
      String(key),
      named.has(String(key)) ? namesOf(value) : keysOf(value),
    ]);
  if (isSeq<Node>(node)) return node.items.map((item) => keysOf(item));
  return isScalar(node) ? typeof node.value : null;
}

/** A .dockerignore says what was found, so that its length follows from what was understood. */
function listShape(text: string): unknown {
  for (const line of text.split('\n')) assert.doesNotMatch(line, injected);
  return "no line is anybody else's";
}

/** Where a compose file has names as keys: the image's, those of folders and of secrets. */
const named = new Set(['services', 'volumes', 'secrets']);

function namesOf(node: Node | null): unknown {
  if (!isMap<Node, Node>(node)) return keysOf(node);
  for (const { key } of node.items) assert.match(String(key), /^[a-zA-Z0-9][\w.-]*$/);
  return node.items.map(({ value }) => keysOf(value));
}

/** Headings and fences are ours, whatever is in them. */
function pageShape(text: string): unknown {
  const [prose, ...fenced] = [0, 1].map((half) => text.split(/^```\w*$/m).filter((_, at) => at % 2 === half));
  assert.equal(text.match(/^```/gm)?.length, (fenced[0]?.length ?? 0) * 2);
  const headings = (prose ?? []).flatMap((part) => part.match(/^#.*$/gm) ?? []);
  return headings.map((heading) => heading.replace(/`[a-z0-9._-]+`$/, 'name'));
}

function lineShape(text: string): number {
  return text.split('\n').length;
}
