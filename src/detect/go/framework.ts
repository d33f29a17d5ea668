import type { Fact } from '../../fact.js';
import { isBelow } from './modules.js';
import { distinctImports, type GoSource } from './sources.js';

/** Import paths (their beginnings) and the framework they say, the most telling first. */
const frameworks: readonly (readonly [string, string])[] = [
  ['github.com/gin-gonic/gin', 'gin'],
  ['github.com/labstack/echo', 'echo'],
  ['github.com/gofiber/fiber', 'fiber'],
  ['github.com/go-chi/chi', 'chi'],
  ['github.com/gorilla/mux', 'gorilla/mux'],
  ['github.com/danielgtaylor/huma', 'huma'],
  ['github.com/gobuffalo/buffalo', 'buffalo'],
  ['github.com/valyala/fasthttp', 'fasthttp'],
  ['connectrpc.com/connect', 'connect'],
  ['google.golang.org/grpc', 'grpc'],
];

/** Calls that make a program a server; `net/http` alone may be a client. */
const serves = /\b(?:ListenAndServe|http\.Server\b|http\.HandleFunc|http\.Handle\b)/;

/** The framework that a program's own sources import. */
export function goFramework(sources: readonly GoSource[]): Fact<string> | null {
  const imports = distinctImports(sources);
  for (const [path, name] of frameworks) {
    const found = imports.find(({ value }) => isBelow(value, path));
    if (found) return { value: name, source: found.source };
  }
  return standardServer(sources);
}

function standardServer(sources: readonly GoSource[]): Fact<string> | null {
  for (const { imports, code } of sources.filter((source) => serves.test(source.file.text))) {
    const found = imports.find(({ value }) => value === 'net/http');
    if (found && serves.test(code)) return found;
  }
  return null;
}
