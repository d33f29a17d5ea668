/** Modules that compile C. */
export interface CgoModule {
  readonly path: string;
  /** Libraries that must be there at build and at run time, by the catalogue's ids; absent: the C sources are in the module. */
  readonly needs?: readonly string[];
  /** A library that no distribution brings as the module wants it, for people. */
  readonly library?: string;
  /** Brings a library that was built for glibc alone. */
  readonly glibcOnly?: true;
  /** The build tag that musl asks for. */
  readonly muslTag?: string;
  /** With this build tag of the project's own it is linked against the distribution's library. */
  readonly linked?: { readonly tag: string; readonly needs: readonly string[] };
}

/**
 * Common knowledge of the modules, not a survey of them. Twins in pure Go (modernc.org/sqlite, github.com/glebarez/sqlite)
 * are absent on purpose.
 */
export const cgoModules: readonly CgoModule[] = [
  { path: 'github.com/mattn/go-sqlite3' },
  { path: 'gorm.io/driver/sqlite' },
  { path: 'github.com/mutecomm/go-sqlcipher' },
  { path: 'crawshaw.io/sqlite' },
  { path: 'github.com/marcboeker/go-duckdb', glibcOnly: true },
  { path: 'github.com/duckdb/duckdb-go', glibcOnly: true },
  { path: 'github.com/tursodatabase/go-libsql', glibcOnly: true },
  // https://github.com/confluentinc/confluent-kafka-go#using-go-modules: librdkafka is in the module, for glibc and for musl.
  {
    path: 'github.com/confluentinc/confluent-kafka-go',
    muslTag: 'musl',
    linked: { tag: 'dynamic', needs: ['librdkafka'] },
  },
  { path: 'github.com/godror/godror', library: 'Oracle Instant Client', glibcOnly: true },
  { path: 'github.com/bytecodealliance/wasmtime-go', glibcOnly: true },
  { path: 'rogchap.com/v8go', glibcOnly: true },
  { path: 'github.com/DataDog/zstd' },
  { path: 'github.com/valyala/gozstd', glibcOnly: true },
  { path: 'github.com/chai2010/webp' },
  { path: 'github.com/kolesa-team/go-webp', needs: ['libwebp'] },
  { path: 'github.com/h2non/bimg', needs: ['libvips'] },
  { path: 'github.com/davidbyttow/govips', needs: ['libvips'] },
  { path: 'github.com/cshum/vipsgen', needs: ['libvips'] },
  { path: 'gopkg.in/gographics/imagick.v3', needs: ['imagemagick'] },
  { path: 'gocv.io/x/gocv', library: 'OpenCV in the version that the module names' },
  { path: 'github.com/otiai10/gosseract', needs: ['tesseract-library'] },
  { path: 'github.com/libgit2/git2go', library: 'libgit2 in the version that the module names' },
  { path: 'github.com/pebbe/zmq4', needs: ['zeromq'] },
  { path: 'github.com/linxGnu/grocksdb', library: 'RocksDB in the version that the module names' },
  { path: 'github.com/tecbot/gorocksdb', library: 'RocksDB' },
  { path: 'github.com/google/gopacket/pcap', needs: ['libpcap'] },
  { path: 'github.com/gopacket/gopacket/pcap', needs: ['libpcap'] },
  { path: 'github.com/hajimehoshi/ebiten', library: 'X11 and OpenGL' },
  { path: 'fyne.io/fyne', library: 'X11 and OpenGL' },
  { path: 'github.com/go-gl', library: 'X11 and OpenGL' },
  { path: 'github.com/tree-sitter/go-tree-sitter' },
  { path: 'github.com/smacker/go-tree-sitter' },
  { path: 'github.com/yalue/onnxruntime_go', library: 'ONNX Runtime', glibcOnly: true },
];
