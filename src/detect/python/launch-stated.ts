import type { PythonApp, Launch } from './app.js';
import { servers } from './servers.js';

/** The command that somebody wrote down. Null where nobody did, or where it needs a shell. */
export function launchStated({ command: stated, listening }: PythonApp): Launch | null {
  if (stated === null || stated.words.length === 0) return null;
  const server = servers.find(({ name }) => stated.words.includes(name));
  const port = String(listening.port?.value ?? server?.defaultPort ?? 8000);
  // Nothing expands variables in exec form: the platform's port becomes the app's own.
  const words = stated.words.map((word) =>
    word.replace(/\$\{PORT(?::?-(\d+))?\}|\$PORT\b/g, (_, stated?: string) => stated ?? port),
  );
  const file = /(?:^|\s)([\w./-]+\.py)(?:\s|$)/.exec(stated.command.value)?.[1];
  const module = /(?:^|\s)([A-Za-z_][\w.]*):[A-Za-z_]\w*/.exec(stated.command.value)?.[1];
  return {
    words,
    entry: { value: file ?? module ?? words[0]!, source: stated.command.source },
    command: stated.command,
    runsSources: true,
    environment: stated.environment,
    warnings: words.some((word) => /\$\{?[A-Z_]/.test(word)) ? [unexpanded(stated.command.source)] : [],
  };
}

function unexpanded(source: string): Launch['warnings'][number] {
  return {
    code: 'BI136',
    message: `${source} uses variables that only a shell expands: give the command with --start`,
    source,
  };
}
