import type { Fact } from '../../fact.js';
import type { GoSource } from './sources.js';

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
  ['net/http', 'net/http'],
];

/** Calls that make a program a server; `net/http` alone may be a client. */
const serves = /\b(?:ListenAndServe|http\.Server\b|http\.HandleFunc|http\.Handle\b)/;

/** The framework that a program's own sources import. */
export function goFramework(sources: readonly GoSource[]): Fact<string> | null {
  for (const [path, name] of frameworks) {
    for (const source of sources) {
      const found = source.imports.find(({ value }) => value === path || value.startsWith(`${path}/`));
      if (found && (name !== 'net/http' || serves.test(source.code)))
        return { value: name, source: found.source };
    }
  }
  return null;
}
