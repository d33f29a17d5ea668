import { occurs } from '../pattern.js';
import { importOf, type PythonSource } from './sources.js';

/** Packages whose module has a name that does not follow from theirs. */
const modules: Readonly<Record<string, string>> = {
  beautifulsoup4: 'bs4',
  'discord-py': 'discord',
  'opencv-python-headless': 'cv2',
  'opencv-python': 'cv2',
  pillow: 'PIL',
  'psycopg2-binary': 'psycopg2',
  pyyaml: 'yaml',
  'scikit-learn': 'sklearn',
};

/** Do the sources import what this package (normalized name) brings? By the names that modules usually have: `python-telegram-bot` is `telegram`. */
export function importsPackage(sources: readonly PythonSource[], name: string): boolean {
  const usual = name.replace(/^(?:python|py)-|-python$/g, '');
  const named = Object.hasOwn(modules, name)
    ? [modules[name]!]
    : [name, usual, usual.replace(/-(?:bot|client|sdk)$/, '')];
  const patterns = [...new Set(named.map((module) => module.replaceAll('-', '_')))]
    .filter((module) => /^\w+$/.test(module))
    .map(importOf);
  return sources.some((source) => patterns.some((pattern) => occurs(pattern, source)));
}
