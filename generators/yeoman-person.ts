import type Generator from 'yeoman-generator';
import { isInteractive } from '../src/cli/io.js';
import type { Person } from '../src/questions/ask.js';
import { printDifference } from '../src/show/difference.js';
import { YeomanExit } from './yeoman-exit.js';

/** Somebody who answers through Yeoman's adapter. */
export function yeomanPerson(generator: Generator): Person {
  return {
    async prompt(question) {
      const answers: Record<string, unknown> = await generator.prompt([question as never]).catch(cancelled);
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

/**
 * Ctrl-C: Yeoman has already taken inquirer's error for the end of the run and hands the same object to yo,
 * so that the message and the exit status have to be put into it.
 */
function cancelled(error: unknown): never {
  if (error instanceof Error) Object.assign(error, toldToYo(error));
  throw error;
}

function toldToYo(error: Error): Pick<YeomanExit, 'message' | 'code'> {
  const { message, code } = new YeomanExit(error);
  return { message, code };
}
