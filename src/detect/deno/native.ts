import type { Fact } from '../../fact.js';
import { addons } from '../node/addons.js';
import type { DenoApp } from './deno-app.js';

export interface DenoNative {
  readonly nativeCode: Fact<boolean>;
  readonly needsGlibc: Fact<boolean>;
}

/** What the dependencies from npm say about the C library. Deno runs no install scripts, so that nothing is compiled. */
export function denoNative(app: DenoApp): DenoNative {
  const place = app.settings.path ?? (app.manifest.exists ? 'package.json' : null);
  const source = place === null ? 'default: no dependencies' : app.place(place);
  const addon = npmPackages(app).find(({ value }) => Object.hasOwn(addons, value));
  return {
    nativeCode: { value: false, source },
    needsGlibc: addon ? { value: true, source: addon.source } : { value: false, source },
  };
}

/** `npm:sharp@^0.33` and the dependencies of a package.json, by name. */
function npmPackages({ settings, manifest }: DenoApp): Fact<string>[] {
  const imported = settings.imports.flatMap(({ value, source }) => {
    const name = /^npm:\/?(?<name>(?:@[^/@]+\/)?[^/@]+)/.exec(value)?.groups?.['name'];
    return name === undefined ? [] : [{ value: name, source }];
  });
  const listed = manifest.dependencies.map((name) => ({
    value: name,
    source: manifest.dependency(name)?.source ?? 'package.json',
  }));
  return [...imported, ...listed];
}
