/** What is known of a package with compiled code, for projects whose lock file doesn't list the wheels. */
export interface NativePackage {
  readonly name: string;
  /**
   * `musl`: wheels for glibc and musl. `glibc`: wheels for glibc alone. `source`: no Linux wheels, a C
   * compiler runs.
   */
  readonly wheels: 'musl' | 'glibc' | 'source';
  /** `musl`: the first release with musl wheels, where older ones are still seen; before it, `glibc`. */
  readonly muslSince?: string;
  /** The first release with Linux wheels, where older ones are still seen; before it, `source`. */
  readonly wheelsSince?: string;
  /** Libraries and tools of the distribution that it is built with, or that it opens when it runs. */
  readonly needs?: readonly string[];
  /** The same, but only for a release that is compiled. */
  readonly sourceNeeds?: readonly string[];
}

/**
 * Used only where no lock file lists the wheels themselves. Compared with the index's files in 2026-11: pandas, scipy,
 * psutil, polars, h5py, duckdb (its newest releases have no musl wheel), scikit-learn. The other rows are common
 * knowledge of the packages and not compared; where a release is in doubt it is given too late rather than
 * too early, so that a slim image is taken where Alpine would have done.
 */
export const nativePackages: readonly NativePackage[] = [
  { name: 'numpy', wheels: 'musl', muslSince: '1.25.0' },
  { name: 'pandas', wheels: 'musl', muslSince: '2.1.4' },
  { name: 'scipy', wheels: 'musl', muslSince: '1.13.0' },
  { name: 'cryptography', wheels: 'musl', muslSince: '35.0.0' },
  {
    name: 'pillow',
    wheels: 'musl',
    muslSince: '9.0.0',
    wheelsSince: '2.2.0',
    sourceNeeds: ['libjpeg', 'zlib'],
  },
  {
    name: 'lxml',
    wheels: 'musl',
    muslSince: '4.8.0',
    wheelsSince: '3.7.0',
    sourceNeeds: ['libxml2', 'libxslt'],
  },
  { name: 'psycopg2-binary', wheels: 'musl', muslSince: '2.9.2' },
  { name: 'psycopg-binary', wheels: 'musl' },
  { name: 'pydantic-core', wheels: 'musl' },
  { name: 'orjson', wheels: 'musl', muslSince: '3.6.5' },
  { name: 'uvloop', wheels: 'musl', muslSince: '0.17.0' },
  { name: 'cffi', wheels: 'musl', muslSince: '1.15.1' },
  { name: 'bcrypt', wheels: 'musl', muslSince: '3.2.2' },
  { name: 'gevent', wheels: 'musl', muslSince: '22.8.0' },
  { name: 'greenlet', wheels: 'musl', muslSince: '2.0.0' },
  { name: 'grpcio', wheels: 'musl', muslSince: '1.45.0' },
  { name: 'psutil', wheels: 'musl', muslSince: '7.2.2', wheelsSince: '5.8.0' },
  { name: 'pyzmq', wheels: 'musl', muslSince: '23.0.0' },
  { name: 'matplotlib', wheels: 'musl', muslSince: '3.9.0' },
  { name: 'pyarrow', wheels: 'musl', muslSince: '18.0.0' },
  { name: 'duckdb', wheels: 'glibc' },
  { name: 'h5py', wheels: 'musl', muslSince: '3.16.0' },
  { name: 'asyncpg', wheels: 'musl', muslSince: '0.26.0' },
  { name: 'shapely', wheels: 'musl', muslSince: '2.0.0' },
  { name: 'tokenizers', wheels: 'musl', muslSince: '0.15.0' },
  { name: 'tiktoken', wheels: 'musl', muslSince: '0.4.0' },
  { name: 'aiohttp', wheels: 'musl', muslSince: '3.8.0' },
  { name: 'argon2-cffi-bindings', wheels: 'musl' },
  { name: 'pynacl', wheels: 'musl', muslSince: '1.5.0' },
  { name: 'lz4', wheels: 'musl', muslSince: '4.0.0' },
  { name: 'zstandard', wheels: 'musl', muslSince: '0.18.0' },
  { name: 'brotli', wheels: 'musl', muslSince: '1.1.0' },

  { name: 'torch', wheels: 'glibc' },
  { name: 'torchvision', wheels: 'glibc' },
  { name: 'torchaudio', wheels: 'glibc' },
  { name: 'triton', wheels: 'glibc' },
  { name: 'tensorflow', wheels: 'glibc' },
  { name: 'tensorflow-cpu', wheels: 'glibc' },
  { name: 'jaxlib', wheels: 'glibc' },
  { name: 'onnxruntime', wheels: 'glibc' },
  { name: 'onnxruntime-gpu', wheels: 'glibc' },
  { name: 'scikit-learn', wheels: 'glibc' },
  { name: 'scikit-image', wheels: 'glibc' },
  { name: 'polars', wheels: 'musl', muslSince: '2.1.0' },
  { name: 'opencv-python', wheels: 'glibc', needs: ['libgl', 'glib'] },
  { name: 'opencv-contrib-python', wheels: 'glibc', needs: ['libgl', 'glib'] },
  { name: 'opencv-python-headless', wheels: 'glibc' },
  { name: 'pyqt5', wheels: 'glibc' },
  { name: 'pyqt6', wheels: 'glibc' },
  { name: 'pyside6', wheels: 'glibc' },
  { name: 'ray', wheels: 'glibc' },
  { name: 'faiss-cpu', wheels: 'glibc' },
  { name: 'playwright', wheels: 'glibc' },
  { name: 'numba', wheels: 'glibc' },
  { name: 'llvmlite', wheels: 'glibc' },
  { name: 'lightgbm', wheels: 'glibc' },
  { name: 'xgboost', wheels: 'glibc' },
  { name: 'catboost', wheels: 'glibc' },
  { name: 'spacy', wheels: 'glibc' },
  { name: 'mediapipe', wheels: 'glibc' },
  { name: 'ibm-db', wheels: 'glibc' },
  { name: 'brotlipy', wheels: 'glibc' },
  { name: 'open3d', wheels: 'glibc' },

  { name: 'psycopg2', wheels: 'source', needs: ['libpq'] },
  { name: 'psycopg-c', wheels: 'source', needs: ['libpq'] },
  { name: 'mysqlclient', wheels: 'source', needs: ['mysql-client', 'pkg-config'] },
  { name: 'pycairo', wheels: 'source', needs: ['cairo', 'pkg-config'] },
  { name: 'pygobject', wheels: 'source', needs: ['gobject-introspection', 'cairo', 'pkg-config'] },
  { name: 'python-ldap', wheels: 'source', needs: ['openldap', 'cyrus-sasl'] },
  { name: 'mod-wsgi', wheels: 'source', needs: ['apache-httpd'] },
  {
    name: 'pycurl',
    wheels: 'musl',
    muslSince: '7.45.3',
    wheelsSince: '7.45.3',
    sourceNeeds: ['libcurl', 'openssl'],
  },
  { name: 'uwsgi', wheels: 'source' },
  { name: 'pyuwsgi', wheels: 'glibc' },
  { name: 'meinheld', wheels: 'source' },
  { name: 'hnswlib', wheels: 'source' },
  { name: 'pyaudio', wheels: 'source', needs: ['portaudio'] },
  { name: 'xmlsec', wheels: 'source', needs: ['xmlsec', 'pkg-config'] },
  { name: 'dbus-python', wheels: 'source', needs: ['dbus', 'pkg-config'] },
  { name: 'pygraphviz', wheels: 'source', needs: ['graphviz', 'pkg-config'] },
  { name: 'pylibmc', wheels: 'source', needs: ['libmemcached'] },
  { name: 'gdal', wheels: 'source', needs: ['gdal'] },
  { name: 'pycrypto', wheels: 'source' },
  { name: 'netifaces', wheels: 'source' },
];

/** Packages that do without their compiled part: where no wheel fits they install as pure Python, only slower. */
export const optionallyCompiled: ReadonlySet<string> = new Set([
  'charset-normalizer',
  'coverage',
  'frozenlist',
  'markupsafe',
  'msgpack',
  'multidict',
  'propcache',
  'pyyaml',
  'simplejson',
  'sqlalchemy',
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
