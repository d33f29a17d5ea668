import { options } from '../questions/questions.js';
import { sections, type Option } from '../questions/option.js';

/** In characters: fits a terminal beside an editor. */
const width = 100;

/** `--help`, at most 100 columns wide. `program` is how this door is called: `baseimage`, `yo baseimage`. */
export function helpText(program: 'baseimage' | 'yo baseimage'): string {
  const paragraphs = [usage[program], ...optionLists(), ...closing[program]];
  return `${paragraphs.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const purpose = [
  'Chooses the base image that suits a project and writes Dockerfile, .dockerignore, dependabot.yml,',
  'a scan workflow and .trivyignore.yaml. Says why, and overwrites nothing without a yes.',
];

const usage = {
  baseimage: [
    'Usage',
    '  baseimage [folder] [options]         generate; asks on a terminal',
    '  baseimage plan [folder] [options]    show what would be generated and why, write nothing',
    '  baseimage images [--json]            the base images, as a table',
    '',
    ...purpose,
    'A folder that is called plan, images or help is written ./plan.',
  ],
  'yo baseimage': [
    'Usage',
    '  yo baseimage [options]         generate in the current folder; asks on a terminal',
    '  yo baseimage:plan [options]    show what would be generated and why, write nothing',
    '  yo baseimage:images            the base images, as a table',
    '',
    ...purpose,
  ],
} as const;

const exitStatuses = [
  'Exit status',
  '  0  done',
  '  1  unexpected fault',
  '  2  bad input, or a request that cannot be met; the reason is told',
  '  3  a file of yours would be overwritten and nobody could be asked; nothing was written',
];

const closing = {
  baseimage: [
    [
      'Examples',
      '  baseimage                            ask, show why, write into the current folder',
      '  baseimage services/api --yes         ask nothing, for scripts',
      '  baseimage --base alpine --diff       how would the files look on Alpine?',
      '  baseimage plan --json                the plan as one JSON document',
    ],
    exitStatuses,
  ],
  'yo baseimage': [
    [
      'Examples',
      '  yo baseimage                         ask, show why, write into the current folder',
      '  yo baseimage --yes                   ask nothing, for scripts',
      '  yo baseimage --base alpine --diff    how would the files look on Alpine?',
    ],
    exitStatuses,
  ],
} as const;

function optionLists(): string[][] {
  const widest = Math.max(...options.map((option) => usageOf(option).length));
  const lists = Object.entries(sections).map(([section, title]) => {
    const lines = options
      .filter((option) => option.section === section)
      .flatMap((option) => optionLines(option, widest));
    return [title, ...lines];
  });
  return lists;
}

/** The option with its help, and below it what it allows. All options are aligned with each other. */
function optionLines(option: Option, widest: number): string[] {
  const start = `  ${usageOf(option).padEnd(widest)}  `;
  const values = option.values === undefined ? [] : wrapped(option.values.join(', '), width - start.length);
  return [start + option.help, ...values.map((line) => ' '.repeat(start.length) + line)];
}

/** Breaks a text at blanks into lines of at most `most` characters. */
function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** `--shell, --no-shell` or `--port <number>` */
export function usageOf({ flag, letter, kind, placeholder }: Option): string {
  if (kind === 'yes-no') return `--${flag}, --no-${flag}`;
  const short = letter === undefined ? '' : `-${letter}, `;
  return `${short}--${flag}${placeholder === undefined ? '' : ` ${placeholder}`}`;
}
