import type { Person } from '../questions/ask.js';
import { printDifference } from '../show/difference.js';
import { paintFor } from '../show/paint.js';
import type { Io } from './io.js';

/** The person at the terminal. inquirer is loaded here only: it takes longer than all the rest. */
export async function terminalPerson(io: Io): Promise<Person> {
  const { createPromptModule } = await import('inquirer');
  const prompt = createPromptModule({ input: io.stdin as NodeJS.ReadStream, output: io.stdout });
  const paint = paintFor(io.stderr, io.env);
  return {
    async prompt(question) {
      const answers: Record<string, unknown> = await prompt([question as never]);
      return answers[question.name];
    },
    say(text) {
      io.stderr.write(
        `\n${text
          .split('\n')
          .map((line) => paint('dim', line))
          .join('\n')}\n`,
      );
    },
    showDifference: (change) => printDifference([change], io.stderr, io.env),
  };
}
