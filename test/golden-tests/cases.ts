/** One run of the tool: a folder of `test/golden/projects`, with flags as they are typed. */
export interface GoldenCase {
  /** The folder of `test/golden/expected` that holds what is generated. */
  readonly name: string;
  readonly project: string;
  readonly flags: readonly string[];
}

type Row = readonly [project: string, flags: string];

const rows: readonly Row[] = [
  // Go, on every base.
  ['go-server', ''],
  ['go-server', '--base distroless'],
  ['go-server', '--base alpine'],
  ['go-server', '--base debian-slim'],
  ['go-server', '--base debian'],
  ['go-server', '--base ubuntu'],
  ['go-server', '--base ubi-micro'],
  ['go-server', '--base ubi-minimal'],
  ['go-server', '--base ubi'],
  ['go-server', '--base ubi-init'],
  ['go-server', '--base chainguard'],
  ['go-server', '--base wolfi'],
  // What asks for the health of the app: compiled, the base's own client, the run time's, copied.
  ['go-server', '--health /healthz'],
  ['go-server', '--base alpine --health /healthz'],
  ['python-pip', '--base debian-slim --health /healthz'],
  ['static-pages', '--base distroless --health /index.html'],
  ['static-pages', '--base scratch'],
  ['node-pages', '--base scratch'],
  ['go-lone', ''],
  ['go-embedded', ''],
  ['go-libvips', ''],
  ['go-libvips', '--base alpine'],
  ['go-vendored', ''],
  ['go-versioned', '--publish ghcr'],
  ['go-versioned', '--ci gitlab'],
  ['go-commands', ''],
  ['go-commands', '--base debian-slim'],
  ['go-old', ''],
  ['go-cgo', ''],
  ['go-cgo', '--base ubi-micro'],
  ['go-cgo', '--base alpine'],
  ['go-cgo', '--base chainguard'],

  // Node.js, on every base and with every package manager.
  ['node-npm', ''],
  ['node-npm', '--base distroless'],
  ['node-npm', '--base debian-slim'],
  ['node-npm', '--base debian'],
  ['node-npm', '--base ubuntu'],
  ['node-npm', '--base ubi-minimal'],
  ['node-npm', '--base ubi'],
  ['node-npm', '--base ubi-init'],
  ['node-npm', '--base chainguard'],
  ['node-npm', '--base wolfi'],
  ['node-npm', '--start "node server.js --quiet" --port 8443'],
  ['node-alone', ''],
  ['node-alone', '--base ubuntu'],
  ['node-openshift', ''],
  ['node-unlocked', ''],
  ['node-yarn', ''],
  ['node-yarn', '--base ubi-minimal'],
  ['node-yarn-26', ''],
  ['node-yarn-berry', ''],
  ['node-pnpm', ''],
  ['node-pnpm', '--base distroless'],
  ['node-bun', ''],
  ['node-bun', '--base debian-slim'],
  ['node-native', ''],
  ['node-native', '--base distroless'],
  ['node-native', '--base ubi-minimal'],
  ['node-next', ''],
  ['node-pages', '--publish ghcr'],

  // Python, on every base and with every package manager.
  ['python-pip', ''],
  ['python-pip', '--base distroless'],
  ['python-pip', '--base debian-slim'],
  ['python-pip', '--base debian'],
  ['python-pip', '--base ubuntu'],
  ['python-pip', '--base ubi-minimal'],
  ['python-pip', '--base ubi'],
  ['python-pip', '--base chainguard'],
  ['python-pip', '--base wolfi'],
  ['python-plain', ''],
  ['python-plain', '--no-shell'],
  ['python-alone', '--health /'],
  ['python-alone', '--base chainguard'],
  ['python-ended', ''],
  ['python-uv', ''],
  ['python-rust', ''],
  ['python-uv', '--base distroless'],
  ['python-uv', '--base wolfi'],
  ['python-uv-workspace', ''],
  ['python-procfile', ''],
  ['python-poetry', '--base debian-slim'],
  ['python-pipenv', '--base distroless'],
  ['python-pdm', '--base debian-slim'],
  ['python-django', ''],
  ['python-packaged', '--base distroless'],
  ['python-native', '--base debian-slim'],
  ['python-native', '--base alpine'],
  ['python-native', '--base ubi-minimal'],
  ['python-wheels', ''],

  // One app of several, and an organisation's own last stage.
  ['monorepo', '--app services/api'],
  ['monorepo', '--app web --base distroless'],
  ['go-workspace', '--app services/mail --docs'],
  ['node-workspace', '--app apps/api --compose --docs --update-deps'],
  ['node-workspace', '--app apps/web --docs'],
  ['node-workspace', '--app apps/web --base distroless --ci gitlab --updates renovate --publish gitlab'],
  ['python-pip', '--base debian-slim --templates overlays/acme'],

  // What keeps versions current, written and added to what is there.
  ['several-images', '--update-deps'],
  ['several-images', '--updates renovate --update-deps'],
  ['node-npm', '--updates renovate'],
  ['node-npm', '--updates none'],
  ['node-renovate', ''],
  ['several-images', '--base distroless'],
  ['python-pip', '--base distroless --updates renovate'],
  ['python-pip', '--updates renovate --update-deps'],
  ['python-uv', '--update-deps'],
  ['go-embedded', '--update-deps'],
  // Private packages.
  ['node-npm', '--secret npm --compose --docs'],
  ['node-yarn-berry', '--secret yarn --ci gitlab'],
  ['python-uv', '--secret uv'],
  ['python-pipenv', '--secret pip --publish ghcr'],
  ['go-server', '--secret go'],

  // Other scanners, other pipelines, and images that are published.
  ['node-npm', '--scanner grype'],
  ['node-npm', '--ci none'],
  ['node-npm', '--ci gitlab'],
  ['go-gitlab', ''],
  ['monorepo', '--app services/api --ci gitlab --publish registry.example.com/team'],
  ['go-server', '--ci gitlab --scanner grype --publish gitlab'],
  ['go-server', '--publish ghcr'],
  ['node-npm', '--scanner grype --publish registry.example.com/team'],

  // What is written down about the image: each kind of base, and what an app may need.
  ['go-server', '--compose --docs --pin tag'],
  [
    'go-server',
    '--base alpine --docs --health /healthz --updates renovate --publish registry.example.com/team',
  ],
  ['node-openshift', '--docs --scanner grype'],
  ['python-written', '--docs --updates none --ci none'],
  ['node-private', '--docs --base distroless'],
  ['monorepo', '--app services/api --docs'],
  ['several-images', '--docs --ci gitlab'],

  // What runs the image: Compose, with a debug service, volumes, settings that are needed, secrets of the build.
  ['go-server', '--compose --health /healthz'],
  ['python-written', '--compose'],
  ['node-private', '--compose'],

  // Bun and Deno, on each kind of base: their own image, and their program on another.
  ['bun-hono', ''],
  ['bun-hono', '--base distroless'],
  ['bun-hono', '--base ubi-minimal'],
  ['bun-workspace', ''],
  ['bun-built', '--base debian-slim'],
  ['bun-sqlite', ''],
  ['deno-npm', ''],
  ['deno-npm', '--base distroless'],
  ['deno-npm', '--base wolfi'],
  ['deno-unlocked', '--base debian-slim'],
];

export const goldenCases: readonly GoldenCase[] = rows.map(([project, flags]) => ({
  name: folderName(project, flags),
  project,
  flags: wordsOf(flags),
}));

/** `go-server --base alpine` → `go-server_alpine`. */
function folderName(project: string, flags: string): string {
  const words = `${project} ${flags.replace('--base ', '').replaceAll('--', '')}`;
  return words.trim().replace(/[^\w.-]+/g, '_');
}

/** `--start "node x" --port 80` in words. */
function wordsOf(flags: string): string[] {
  return [...flags.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
}
