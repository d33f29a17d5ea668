import { InputError } from '../../errors.js';
import type { ProjectView } from '../../project/view.js';
import type { PythonSource } from './sources.js';

/** `import greeter_pb2`, `from protos import greeter_pb2_grpc`, `from .greeter_pb2 import Hello` */
const imported =
  /^[ \t]*(?:from[ \t]+[\w.]*?\b(?<from>\w+)_pb2(?:_grpc)?[ \t]+import\b|(?:from[ \t]+[\w.]+[ \t]+)?import[ \t]+(?:[\w.]+\.)?(?<name>\w+)_pb2(?:_grpc)?\b)/gm;

/**
 * Throws InputError `generate-first` where the sources import what protoc makes of a .proto file of the project, and
 * that is not there: the image could not start.
 */
export function refuseMissingStubs(project: ProjectView, sources: readonly PythonSource[]): void {
  for (const { code, file } of sources) {
    if (!code.includes('_pb2')) continue;
    for (const { index, groups } of code.matchAll(imported)) {
      const name = groups!['from'] ?? groups!['name']!;
      const proto = project.files.find((path) => fileNamed(path, `${name}.proto`));
      if (proto === undefined || project.files.some((path) => fileNamed(path, `${name}_pb2.py`))) continue;
      const folder = proto.includes('/') ? proto.slice(0, proto.lastIndexOf('/')) : '.';
      throw new InputError(
        'generate-first',
        `${file.fact(name, index).source}: ${name}_pb2 is imported, and ${proto} was not compiled to it`,
        `run "python -m grpc_tools.protoc -I${folder} --python_out=. --grpc_python_out=. ${proto}" where the import looks for it, and commit what it writes`,
      );
    }
  }
}

function fileNamed(path: string, name: string): boolean {
  return path === name || path.endsWith(`/${name}`);
}
