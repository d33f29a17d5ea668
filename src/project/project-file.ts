import type { Fact } from '../fact.js';
import { showControls } from '../control-characters.js';
import type { ProjectFile } from './view.js';

/** A file of the project from its raw text: the byte order mark is dropped, line ends become LF. */
export function projectFile(path: string, rawText: string): ProjectFile {
  const unmarked = rawText.replace(/^\uFEFF/, '');
  const text = unmarked.includes('\r') ? unmarked.replace(/\r\n?/g, '\n') : unmarked;
  const file: ProjectFile = {
    path,
    text,
    fact<T>(value: T, offset?: number): Fact<T> {
      return { value, source: offset === undefined ? showControls(path) : at(path, text, offset) };
    },
    match(pattern) {
      // A global pattern would start where its last use ended.
      const found = new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, '')).exec(text);
      const value = found?.groups?.['value'] ?? found?.[1];
      if (!found || value === undefined) return null;
      return file.fact(value, found.index + Math.max(0, found[0].indexOf(value)));
    },
    lineOf(needle) {
      const offset = text.indexOf(needle);
      return offset === -1 ? null : lineAt(text, offset);
    },
  };
  return file;
}

/** The line, from 1, of a character index. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** The column, from 1, of a character index. */
export function columnAt(text: string, offset: number): number {
  return offset - (offset === 0 ? -1 : text.lastIndexOf('\n', offset - 1));
}

function at(path: string, text: string, offset: number): string {
  return `${showControls(path)}:${lineAt(text, offset)}`;
}
