import type { PythonApp, Launch } from './app.js';
import { launch } from './app.js';
import { applicationObject } from './application-object.js';

/** Sanic's own program serves an application: https://sanic.dev/en/guide/running/running.html */
export function launchSanic({ framework, project, sources, listening }: PythonApp): Launch | null {
  const application = framework === 'sanic' ? applicationObject(project, sources, ['Sanic']) : null;
  if (!application) return null;
  const { reference, isFactory, root, entry } = application;
  const port = String(listening.port?.value ?? 8000);
  const factory = isFactory ? ['--factory'] : [];
  const found = launch(['sanic', reference, ...factory, '--host', '0.0.0.0', '--port', port], entry);
  return root === '' ? found : { ...found, environment: { PYTHONPATH: root } };
}
