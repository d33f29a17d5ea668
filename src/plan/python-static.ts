import type { PythonDetails } from '../detect/facts.js';

/** `SECRET_KEY=build /venv/bin/python manage.py collectstatic --noinput`: each command in words. */
export function collectCommands({ collects, workspace }: PythonDetails): string[][] {
  if (collects === null) return [];
  const environment = Object.entries(collects.environment).map(([name, value]) => `${name}=${value}`);
  const inFolder = (script: string) => (workspace === null ? script : `${workspace.folder}/${script}`);
  return collects.commands.map(([, script = '', ...words]) => [
    ...environment,
    '/venv/bin/python',
    inFolder(script),
    ...words,
  ]);
}

/** Why they run now, a sentence for people. */
export function collectReason({ collects }: PythonDetails): string {
  const reason = 'Static files now, since the running app may not write';
  const standsIn = collects !== null && Object.keys(collects.environment).length > 0;
  return standsIn ? `${reason}; what stands in for a secret ends with the command.` : `${reason}.`;
}

/** Where the build stage has the folders that the commands may write to. */
export function scratchFolders({ collects, workspace }: PythonDetails): string[] {
  const root = workspace === null ? '/app' : `/app/${workspace.folder}`;
  return (collects?.scratchFolders ?? []).map((folder) => `${root}/${folder}`);
}
