import type { Fact, Warning } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import { statements } from './files.js';

/** Packages of Debian or Nix, and what they bring, by the catalogue's ids. */
const known: readonly (readonly [names: RegExp, id: string])[] = [
  [/^ffmpeg/, 'ffmpeg'],
  [/^(?:imagemagick|libmagick\w*-dev)/, 'imagemagick'],
  [/^(?:lib)?vips/, 'libvips'],
  [/^(?:libpq|postgresql)/, 'libpq'],
  [/^poppler/, 'poppler'],
  [/^tesseract/, 'tesseract'],
  [/^graphviz$/, 'graphviz'],
  [/^ghostscript$/, 'ghostscript'],
  [/^git$/, 'git'],
  [/^chromium/, 'chromium'],
  [/^wkhtmltopdf$/, 'wkhtmltopdf'],
  [/^libxml2/, 'libxml2'],
  [/^libxslt/, 'libxslt'],
  [/^(?:libcairo2|cairo)/, 'cairo'],
  [/^(?:libpango|pango)/, 'pango'],
  [/^libffi/, 'libffi'],
  [/^(?:libmagic|file$)/, 'libmagic'],
  [/^unixodbc/, 'unixodbc'],
  [/^libsndfile/, 'libsndfile'],
  [/^portaudio|^libportaudio/, 'portaudio'],
  [/^(?:libgl1|libGL|libglvnd)/, 'libgl'],
  [/^(?:libglib2|glib$)/, 'glib'],
  [/^(?:gdal|libgdal)/, 'gdal'],
  [/^libreoffice/, 'libreoffice'],
  [/^pandoc$/, 'pandoc'],
  [/^(?:openssl|libssl)/, 'openssl'],
  [/^zlib/, 'zlib'],
  [/^(?:default-libmysqlclient|libmysqlclient|mysql-client|default-mysql-client)/, 'mysql-client'],
  [/^libmemcached/, 'libmemcached'],
  [/^(?:libldap|openldap)/, 'openldap'],
  [/^libsasl2/, 'cyrus-sasl'],
  [/^(?:libzbar|zbar)/, 'zbar'],
  [/^freetds/, 'freetds'],
  [/^libcurl/, 'libcurl'],
];

/** The languages themselves and their compilers: every build stage has what it needs of them. */
const toolchains =
  /^(?:\.\.\.|node(?:js)?(?:[-_]?\d.*)?|npm|yarn|pnpm|bun|deno|go(?:lang)?(?:_[\d_]+)?|python\d*(?:\.\d+)?(?:-\w+|Packages\.\w+|Full)?|python3\d*\w*|pip|uv|poetry|gcc|g\+\+|make|build-essential|pkg-config|ca-certificates|cacert|tzdata|curl|wget|stdenv.*|bash)$/;

/** What the platforms' files ask of the distribution: the catalogue's ids, and a warning for what it doesn't know. */
export function statedPackages(project: ProjectView): {
  readonly needs: readonly Fact<string>[];
  readonly warnings: readonly Warning[];
} {
  const stated = statements(project)
    .flatMap(({ packages = [] }) => packages)
    .filter(({ value }) => !toolchains.test(value));
  const needs = stated.flatMap(({ value, source }) => {
    const id = known.find(([names]) => names.test(value))?.[1];
    return id === undefined ? [] : [{ value: id, source }];
  });
  const unknown = stated.filter(({ value }) => !known.some(([names]) => names.test(value)));
  return { needs, warnings: unknown.map(notInstalled) };
}

function notInstalled({ value, source }: Fact<string>): Warning {
  return {
    code: 'BI110',
    message: `${source} asks for the package ${value}, which is not installed: add it to the Dockerfile where the program needs it`,
    source,
  };
}
