import type { Fact } from '../../fact.js';
import { joinPaths } from '../../project/project-path.js';
import type { ProjectFile, ProjectView } from '../../project/view.js';
import { portNumber } from '../listening.js';
import { valueOf } from './servers.js';

/** Where a server's own file of settings says that it listens. */
export interface ConfiguredAddress {
  /** `''` and `*` are every address. */
  readonly host: string;
  readonly port: Fact<number>;
}

type Reader = (project: ProjectView, words: readonly string[]) => ProjectFile | null;

const files: Readonly<Record<string, readonly [read: Reader, pattern: RegExp]>> = {
  // https://docs.gunicorn.org/en/stable/configure.html: read without being told.
  gunicorn: [
    (project, words) => named(project, valueOf(words, ['-c', '--config']) ?? 'gunicorn.conf.py'),
    /^bind[ \t]*=[ \t]*\[?[ \t]*f?["'](?<host>[^"'\n:{]*):(?:(?<port>\d{2,5})["']|[^\n]*?["']PORT["'],[ \t]*["']?(?<fallback>\d{2,5}))/m,
  ],
  uwsgi: [
    (project, words) =>
      named(project, valueOf(words, ['--ini']) ?? words.find((word) => word.endsWith('.ini')) ?? ''),
    /^[ \t]*http(?:-socket|11-socket)?[ \t]*=[ \t]*(?<host>[^\s:]*):(?<port>\d{2,5})/m,
  ],
  // https://docs.pylonsproject.org/projects/waitress/en/stable/arguments.html
  pserve: [
    (project, words) => named(project, words.find((word) => word.endsWith('.ini')) ?? ''),
    /^[ \t]*listen[ \t]*=[ \t]*(?<host>[^\s:]*):(?<port>\d{2,5})|^[ \t]*port[ \t]*=[ \t]*(?<fallback>\d{2,5})/m,
  ],
};

/** The address in the file that this command's server reads; null where none says one. */
export function configuredAddress(project: ProjectView, words: readonly string[]): ConfiguredAddress | null {
  const program = words[0] ?? '';
  if (!Object.hasOwn(files, program)) return null;
  const [read, pattern] = files[program]!;
  const file = read(project, words);
  const found = file && pattern.exec(file.text);
  const port = portNumber(found?.groups?.['port'] ?? found?.groups?.['fallback']);
  if (!file || !found || port === null) return null;
  // A port alone is waitress's: it then listens everywhere.
  return { host: found.groups!['host'] ?? '', port: file.fact(port, found.index) };
}

function named(project: ProjectView, path: string): ProjectFile | null {
  const plain = path.replace(/^file:|^\.\//, '');
  return plain === '' || plain.startsWith('/') || plain.includes('..')
    ? null
    : project.read(joinPaths('', plain));
}
