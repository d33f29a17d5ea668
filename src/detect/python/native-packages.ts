/** What a package with compiled code asks of the distribution. */
export interface NativePackage {
  readonly name: string;
  /** Libraries and tools of the distribution that it is built with, or that it opens when it runs. */
  readonly needs?: readonly string[];
  /** The same, but only for a release that is compiled. */
  readonly sourceNeeds?: readonly string[];
}

/** Common knowledge of the packages' own install pages. */
export const nativePackages: readonly NativePackage[] = [
  { name: 'pillow', sourceNeeds: ['libjpeg', 'zlib'] },
  { name: 'lxml', sourceNeeds: ['libxml2', 'libxslt'] },
  { name: 'opencv-python', needs: ['libgl', 'glib'] },
  { name: 'opencv-contrib-python', needs: ['libgl', 'glib'] },
  { name: 'psycopg2', needs: ['libpq'] },
  { name: 'psycopg-c', needs: ['libpq'] },
  { name: 'mysqlclient', needs: ['mysql-client', 'pkg-config'] },
  { name: 'pycairo', needs: ['cairo', 'pkg-config'] },
  { name: 'pygobject', needs: ['gobject-introspection', 'cairo', 'pkg-config'] },
  { name: 'python-ldap', needs: ['openldap', 'cyrus-sasl'] },
  { name: 'mod-wsgi', needs: ['apache-httpd'] },
  { name: 'pycurl', sourceNeeds: ['libcurl', 'openssl'] },
  { name: 'pyaudio', needs: ['portaudio'] },
  { name: 'xmlsec', needs: ['xmlsec', 'pkg-config'] },
  { name: 'dbus-python', needs: ['dbus', 'pkg-config'] },
  { name: 'pygraphviz', needs: ['graphviz', 'pkg-config'] },
  { name: 'pylibmc', needs: ['libmemcached'] },
  { name: 'gdal', needs: ['gdal'] },
];

/** Packages that do without their compiled part: where no wheel fits they install as pure Python, only slower. */
export const optionallyCompiled: ReadonlySet<string> = new Set([
  'charset-normalizer',
  'coverage',
  'crcmod',
  'frozenlist',
  'markupsafe',
  'msgpack',
  'multidict',
  'propcache',
  'pymongo',
  'pyyaml',
  'simplejson',
  'sqlalchemy',
  'thrift',
  'watchdog',
  'websockets',
  'wrapt',
  'yarl',
  'zope-interface',
]);

/** Packages in pure Python that load a library of the distribution when they run. */
export const libraryUsers: Readonly<Record<string, readonly string[]>> = {
  psycopg: ['libpq-by-name'],
  weasyprint: ['pango'],
  'python-magic': ['libmagic'],
  cairosvg: ['cairo'],
  cairocffi: ['cairo'],
  pyzbar: ['zbar'],
  pytesseract: ['tesseract'],
  pdf2image: ['poppler'],
  pydub: ['ffmpeg'],
  'ffmpeg-python': ['ffmpeg'],
  gitpython: ['git'],
  soundfile: ['libsndfile'],
  pyodbc: ['unixodbc'],
  graphviz: ['graphviz'],
  wand: ['imagemagick'],
  pyvips: ['libvips'],
  moviepy: ['ffmpeg'],
  'openai-whisper': ['ffmpeg'],
  'yt-dlp': ['ffmpeg'],
  pypandoc: ['pandoc'],
  pdfkit: ['wkhtmltopdf'],
  imgkit: ['wkhtmltopdf'],
  'camelot-py': ['ghostscript'],
  pyppeteer: ['chromium'],
  unoconv: ['libreoffice'],
};
