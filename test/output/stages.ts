import { DockerfileParser, type Dockerfile, type From, type Instruction } from 'dockerfile-ast';

/** A build stage: its FROM and the instructions below it. */
export interface Stage {
  readonly from: From;
  readonly name: string | null;
  readonly image: string;
  readonly instructions: readonly Instruction[];
}

export function stagesOf(text: string): Stage[] {
  const parsed = DockerfileParser.parse(text);
  const froms = parsed.getFROMs();
  const starts = froms.map((from) => from.getRange().start.line);
  return froms.map((from, at) => ({
    from,
    name: from.getBuildStage(),
    image: from.getImage() ?? '',
    instructions: between(parsed, starts[at] ?? 0, starts[at + 1] ?? Infinity),
  }));
}

/** Each stage's name, null for the last one's, with the image that it is made from at the bottom of all. */
export function bottomsOf(stages: readonly Stage[]): { name: string | null; bottom: string }[] {
  const bottoms = new Map<string, string>();
  return stages.map(({ name, image }) => {
    const bottom = bottoms.get(image) ?? image;
    if (name !== null) bottoms.set(name, bottom);
    return { name, bottom };
  });
}

function between(parsed: Dockerfile, start: number, end: number): Instruction[] {
  return parsed.getInstructions().filter((instruction) => {
    const { line } = instruction.getRange().start;
    return line > start && line < end;
  });
}

/** The last stage with the stages it is made from, the first one first: `FROM runtime` has what runtime has. */
export function lineage(stages: readonly Stage[]): Stage[] {
  const last = stages.at(-1);
  if (last === undefined) return [];
  const line = [last];
  for (let parent = parentOf(last, stages); parent !== undefined; parent = parentOf(parent, stages))
    line.unshift(parent);
  return line;
}

function parentOf(stage: Stage, stages: readonly Stage[]): Stage | undefined {
  return stages.find((other) => other !== stage && other.name === stage.image);
}

/** What the last stage ends up with of one instruction: the last one of it. */
export function effective(stages: readonly Stage[], keyword: string): Instruction | undefined {
  return lineage(stages)
    .flatMap(({ instructions }) => instructions)
    .findLast((instruction) => instruction.getKeyword() === keyword);
}

/** Everything behind the keyword, flags too, on one line. The parser's own reading leaves flags out. */
export function argumentOf(instruction: Instruction | undefined): string {
  const text = instruction?.getTextContent() ?? '';
  return text.replace(/^\s*\w+\s+/, '').replace(/\\\n\s*/g, '');
}
