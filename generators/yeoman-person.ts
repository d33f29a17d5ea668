import type Generator from 'yeoman-generator';
import { isInteractive } from '../src/cli/io.js';
import type { Person } from '../src/questions/ask.js';
import { printDifference } from '../src/show/difference.js';

/** Somebody who answers through Yeoman's adapter. */
export function yeomanPerson(generator: Generator): Person {
  return {
    async prompt(question) {
      const answers: Record<string, unknown> = await generator.prompt([question as never]);
      return answers[question.name];
    },
    say(text) {
      generator.log(`\n${text}`);
    },
    showDifference: (change) => printDifference([change], process.stderr, process.env),
  };
}

/** Is a person at a terminal? Only then is it asked whether a file may be overwritten. */
export function atTerminal(generator: Generator): boolean {
  return usesTerminal(generator) && isInteractive(process);
}

/** Can questions be answered: at a terminal, or by a program that brought an adapter of its own? */
export function answersQuestions(generator: Generator): boolean {
  return !usesTerminal(generator) || isInteractive(process);
}

/** Yeoman's own adapters read standard input; those of tests and of programs do not. */
function usesTerminal({ env }: Generator): boolean {
  return 'actualAdapter' in env.adapter || 'stdin' in env.adapter;
}
