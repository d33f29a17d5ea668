import type { Requirement } from './requirement.js';

/** Programs that other packages bring: the package, and the extras of it that do (none: it always does). */
const bringers: Readonly<Record<string, readonly (readonly [name: string, ...extras: string[]])[]>> = {
  uvicorn: [
    ['fastapi', 'standard', 'standard-no-fastapi-cloud-cli', 'all'],
    ['fastapi-cli', 'standard', 'standard-no-fastapi-cloud-cli'],
    ['litestar', 'standard', 'full'],
    ['python-fasthtml'],
    ['gradio'],
    ['nicegui'],
    ['chainlit'],
    ['mcp'],
    ['fastmcp'],
    ['uvicorn-worker'],
  ],
  gunicorn: [['uvicorn-worker'], ['functions-framework']],
  granian: [['litestar-granian']],
  hypercorn: [['quart']],
  daphne: [['channels', 'daphne']],
};

/** Does one of the declared requirements bring this program, though none names it? */
export function isBrought(program: string, declared: readonly Requirement[]): boolean {
  if (!Object.hasOwn(bringers, program)) return false;
  return bringers[program]!.some(([name, ...extras]) =>
    declared.some(
      (requirement) =>
        requirement.name === name &&
        (extras.length === 0 || extras.some((extra) => requirement.extras.includes(extra))),
    ),
  );
}
