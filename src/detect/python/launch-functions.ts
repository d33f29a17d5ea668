import type { PythonApp, Launch } from './app.js';
import { launch } from './app.js';
import { byLikelihood } from './application-object.js';

const decorated =
  /^@(?:functions_framework\.)?(?:http|cloud_event|typed)\b[^\n]*\n(?:@[^\n]*\n)*(?:async[ \t]+)?def[ \t]+(?<value>\w+)/m;

/** A function for Google Cloud, served by the framework's own program. https://github.com/GoogleCloudPlatform/functions-framework-python */
export function launchFunction({ framework, sources, listening }: PythonApp): Launch | null {
  if (framework !== 'functions-framework') return null;
  for (const source of byLikelihood(sources)) {
    const target = decorated.exec(source.code)?.groups?.['value'];
    if (target === undefined) continue;
    const place = source.path === 'main.py' ? [] : ['--source', source.path];
    const port = String(listening.port?.value ?? 8080);
    return launch(
      ['functions-framework', '--target', target, ...place, '--host', '0.0.0.0', '--port', port],
      source.file.fact(source.path, source.code.search(decorated)),
    );
  }
  return null;
}
