import type { Fact } from '../../fact.js';
import type { ProjectFile, ProjectView } from '../../project/view.js';
import { isPortOfOtherService, portNumber } from '../listening.js';
import type { RuntimePaths } from './runtime-paths.js';

/** A file of settings, in any of the formats that are read line by line here. */
const settingsFile =
  /(?:^|\/)[\w-]*(?:conf|config|settings|app|application|api|default|server|prod|production)[\w-]*\.(?:ya?ml|toml|json|conf|ini)(?:\.(?:sample|example|dist|template))?$/i;

/** `port: 8080`, `addr = ":8080"`, `"http_port": 8080`: no parser's price for one number. */
const portLine =
  /^[ \t{]*"?(?:(?:http|server|app|web|api|listen|bind)[_-]?){0,2}(?:port|addr|address|listen|bind)"?[ \t]*[:=][ \t]*["']?(?:[\w.*]{0,60}:)?(?<port>\d{2,5})["']?[ \t]*,?[ \t]*(?:[#;}].*)?$/gim;

/** The port in a file of settings that the program opens; null where none of them says one. */
export function configuredPort(project: ProjectView, { folders, files }: RuntimePaths): Fact<number> | null {
  const opened = [
    ...files,
    ...folders.flatMap((folder) => project.files.filter((path) => path.startsWith(`${folder}/`))),
  ];
  for (const path of opened.filter((path) => settingsFile.test(path))) {
    const file = project.read(path);
    const port = file && portIn(file);
    if (port) return port;
  }
  return null;
}

function portIn(file: ProjectFile): Fact<number> | null {
  for (const { groups, index } of file.text.matchAll(portLine)) {
    const port = portNumber(groups?.['port']);
    if (port !== null && !isPortOfOtherService(port)) return file.fact(port, index);
  }
  return null;
}
