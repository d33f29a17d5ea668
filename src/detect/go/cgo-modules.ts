/** Modules that compile C. `library` is a shared library that must be there at build and at run time, null where the C sources are in the module. */
export interface CgoModule {
  readonly path: string;
  readonly library: string | null;
}

/**
 * Common knowledge of the modules, not a survey of them. Twins in pure Go (modernc.org/sqlite, github.com/glebarez/sqlite)
 * are absent on purpose.
 */
export const cgoModules: readonly CgoModule[] = [
  { path: 'github.com/mattn/go-sqlite3', library: null },
  { path: 'gorm.io/driver/sqlite', library: null },
  { path: 'github.com/mutecomm/go-sqlcipher', library: null },
  { path: 'crawshaw.io/sqlite', library: null },
  { path: 'github.com/marcboeker/go-duckdb', library: null },
  { path: 'github.com/duckdb/duckdb-go', library: null },
  { path: 'github.com/tursodatabase/go-libsql', library: null },
  { path: 'github.com/confluentinc/confluent-kafka-go', library: null },
  { path: 'github.com/godror/godror', library: 'Oracle Instant Client' },
  { path: 'github.com/bytecodealliance/wasmtime-go', library: null },
  { path: 'rogchap.com/v8go', library: null },
  { path: 'github.com/DataDog/zstd', library: null },
  { path: 'github.com/valyala/gozstd', library: null },
  { path: 'github.com/chai2010/webp', library: null },
  { path: 'github.com/kolesa-team/go-webp', library: 'libwebp' },
  { path: 'github.com/h2non/bimg', library: 'libvips' },
  { path: 'github.com/davidbyttow/govips', library: 'libvips' },
  { path: 'github.com/cshum/vipsgen', library: 'libvips' },
  { path: 'gopkg.in/gographics/imagick.v3', library: 'ImageMagick' },
  { path: 'gocv.io/x/gocv', library: 'OpenCV' },
  { path: 'github.com/otiai10/gosseract', library: 'Tesseract' },
  { path: 'github.com/libgit2/git2go', library: 'libgit2' },
  { path: 'github.com/pebbe/zmq4', library: 'ZeroMQ' },
  { path: 'github.com/linxGnu/grocksdb', library: 'RocksDB' },
  { path: 'github.com/tecbot/gorocksdb', library: 'RocksDB' },
  { path: 'github.com/google/gopacket/pcap', library: 'libpcap' },
  { path: 'github.com/gopacket/gopacket/pcap', library: 'libpcap' },
  { path: 'github.com/hajimehoshi/ebiten', library: 'X11 and OpenGL' },
  { path: 'fyne.io/fyne', library: 'X11 and OpenGL' },
  { path: 'github.com/go-gl', library: 'X11 and OpenGL' },
  { path: 'github.com/tree-sitter/go-tree-sitter', library: null },
  { path: 'github.com/smacker/go-tree-sitter', library: null },
  { path: 'github.com/yalue/onnxruntime_go', library: 'ONNX Runtime' },
];
