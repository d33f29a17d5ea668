import { procfileCommand } from '../procfile.js';
import type { PythonApp, Launch } from './app.js';
import { servers } from './servers.js';

/** What the Procfile says. Null where there is none, or where it needs a shell. */
export function launchProcfile({ project, listening }: PythonApp): Launch | null {
  const procfile = procfileCommand(project);
  if (procfile === null || procfile.words.length === 0) return null;
  const server = servers.find(({ name }) => procfile.words.includes(name));
  const port = String(listening.port?.value ?? server?.defaultPort ?? 8000);
  // Nothing expands variables in exec form: the platform's port becomes the app's own.
  const words = procfile.words.map((word) =>
    word.replace(/\$\{PORT(?::?-(\d+))?\}|\$PORT\b/g, (_, stated?: string) => stated ?? port),
  );
  const file = /(?:^|\s)([\w./-]+\.py)(?:\s|$)/.exec(procfile.command.value)?.[1];
  const module = /(?:^|\s)([A-Za-z_][\w.]*):[A-Za-z_]\w*/.exec(procfile.command.value)?.[1];
  return {
    words,
    entry: { value: file ?? module ?? words[0]!, source: procfile.command.source },
    command: procfile.command,
    runsSources: true,
    environment: procfile.environment,
    warnings: words.some((word) => /\$\{?[A-Z_]/.test(word)) ? [unexpanded(procfile.command.source)] : [],
  };
}

function unexpanded(source: string): Launch['warnings'][number] {
  return {
    code: 'BI136',
    message: `${source} uses variables that only a shell expands: give the command with --start`,
    source,
  };
}
