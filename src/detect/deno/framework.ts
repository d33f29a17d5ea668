import type { Fact } from '../../fact.js';
import type { DenoApp } from './deno-app.js';

/** What an import stands for, and the framework that it is; the first hit counts. */
const frameworks: readonly (readonly [specifier: RegExp, framework: string])[] = [
  [/^jsr:@fresh\/core\b|\/\/deno\.land\/x\/fresh@/, 'fresh'],
  [/^jsr:@oak\/oak\b|\/\/deno\.land\/x\/oak@/, 'oak'],
  [/^jsr:@hono\/hono\b|^npm:hono\b/, 'hono'],
  [/^npm:express\b/, 'express'],
  [/^npm:fastify\b/, 'fastify'],
  [/^npm:koa\b/, 'koa'],
];

/** The framework that the settings import, null where none is known. */
export function denoFramework({ settings }: DenoApp): Fact<string> | null {
  for (const [specifier, framework] of frameworks) {
    const found = settings.imports.find(({ value }) => specifier.test(value));
    if (found) return { value: framework, source: found.source };
  }
  return null;
}
