import type { PythonDetails } from '../detect/facts.js';

/** `SECRET_KEY=build /venv/bin/python manage.py collectstatic --noinput`: each command in words. */
export function collectCommands({ collects }: PythonDetails): string[][] {
  if (collects === null) return [];
  const environment = Object.entries(collects.environment).map(([name, value]) => `${name}=${value}`);
  return collects.commands.map(([, ...words]) => [...environment, '/venv/bin/python', ...words]);
}
