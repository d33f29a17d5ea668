import type { Answers } from '../answers.js';
import { InputError } from '../errors.js';
import type { Fact } from '../fact.js';
import { checkValue } from './check-value.js';
import type { Option } from './option.js';

/** An option as a person gave it, in whichever door. */
export interface Given {
  readonly option: Option;
  /** The text behind the flag, or on and off where it takes none. */
  readonly value: string | boolean;
  /** As it was typed, for messages and as the source of the answer: `--no-shell`. */
  readonly flag: string;
}

/** How to run: what was said by flags that are no answers about the project. */
export interface Settings {
  readonly yes: boolean;
  readonly force: boolean;
  readonly dryRun: boolean;
  readonly diff: boolean;
  readonly json: boolean;
  /** Organisation overlays in the order given: folders or packages. */
  readonly templates: readonly string[];
}

export interface Request {
  readonly answers: Answers;
  readonly settings: Settings;
}

/** Checks values and contradictions. Throws InputError `bad-value` or `contradiction`. */
export function readGiven(given: readonly Given[]): Request {
  refuseContradictions(given);
  const answers: Record<string, Fact<unknown>> = {};
  for (const { option, value, flag } of given) {
    if (!option.stored) continue;
    const checked = typeof value === 'string' ? checkValue(option, value, flag) : value;
    answers[option.id] = { value: together(answers[option.id]?.value, checked), source: flag };
  }
  const isOn = (id: string) => given.some(({ option, value }) => option.id === id && value === true);
  return {
    answers: answers as Answers,
    settings: {
      yes: isOn('yes'),
      force: isOn('force'),
      dryRun: isOn('dryRun'),
      diff: isOn('diff'),
      json: isOn('json'),
      templates: given
        .filter(({ option }) => option.id === 'templates')
        .map(({ option, value, flag }) => String(checkValue(option, String(value), flag))),
    },
  };
}

/** What was given several times is one list, each member once. */
function together(before: unknown, value: unknown): unknown {
  return Array.isArray(before) && Array.isArray(value) ? [...new Set([...before, ...value])] : value;
}

function refuseContradictions(given: readonly Given[]): void {
  const first = new Map<string, Given>();
  for (const one of given) {
    if (one.option.kind === 'list' || one.option.kind === 'choices') continue;
    const other = first.get(one.option.id);
    if (other !== undefined && other.value !== one.value) {
      throw new InputError(
        'contradiction',
        `${shown(other)} and ${shown(one)} contradict each other`,
        'give one of them',
      );
    }
    first.set(one.option.id, one);
  }
}

function shown({ flag, value }: Given): string {
  return typeof value === 'string' ? `${flag} ${value}` : flag;
}
