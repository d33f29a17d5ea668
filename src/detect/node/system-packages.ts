import type { Fact } from '../../fact.js';
import type { NodeApp } from './node-app.js';
import type { Native } from './native.js';
import { oldGyp } from './old-gyp.js';

/** What packages call or are compiled against and do not bring, by the ids of catalogue/system-packages.json, as their own pages say. */
const needs: Readonly<Record<string, readonly string[]>> = {
  'fluent-ffmpeg': ['ffmpeg'],
  'ffmpeg-cli': ['ffmpeg'],
  gm: ['imagemagick-programs', 'graphicsmagick'],
  imagemagick: ['imagemagick-programs'],
  pdf2pic: ['graphicsmagick', 'ghostscript'],
  'pdf-poppler': ['poppler'],
  'node-poppler': ['poppler'],
  'node-tesseract-ocr': ['tesseract'],
  'libreoffice-convert': ['libreoffice'],
  wkhtmltopdf: ['wkhtmltopdf'],
  // Compiled where no published build fits; text needs a font either way.
  canvas: ['cairo-with-text'],
  'chartjs-node-canvas': ['cairo-with-text'],
  'pg-native': ['libpq'],
  libpq: ['libpq'],
  odbc: ['unixodbc'],
  kerberos: ['kerberos'],
  'simple-git': ['git'],
};

/** Packages that bring the program themselves, so that the distribution's is not needed. */
const bringers: Readonly<Record<string, readonly string[]>> = {
  ffmpeg: ['ffmpeg-static', '@ffmpeg-installer/ffmpeg', 'ffmpeg-ffprobe-static'],
};

/** Programs and libraries of the distribution that a production install needs beside it, each with the package's line. */
export function systemPackages({ manifest }: NodeApp): Fact<string>[] {
  return Object.entries(needs).flatMap(([name, ids]) => {
    const named = manifest.dependency(name);
    if (named === null) return [];
    return ids
      .filter((id) => !(bringers[id] ?? []).some((bringer) => manifest.dependency(bringer)))
      .map((value) => ({ value, source: named.source }));
  });
}

/** What compiling an add-on asks for beside a compiler. */
export function compilerPackages(
  { project }: NodeApp,
  lockFile: string | null,
  { nativeCode }: Native,
): Fact<string>[] {
  const found = nativeCode.value ? oldGyp(project, lockFile) : null;
  return found === null ? [] : [found];
}
