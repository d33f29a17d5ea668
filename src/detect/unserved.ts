import type { Fact } from '../fact.js';
import type { ProjectView } from '../project/view.js';

/** A language that is recognised, so that a person is told more than that nothing was found. */
export interface UnservedLanguage {
  readonly id: string;
  /** For people: `Java (Maven)`. */
  readonly title: string;
  /** File names at the root that say this language; `*.csproj`, `src/*.c` are any file of the folder with this ending. */
  readonly marks: readonly string[];
  /** Beside a mark, what says that the root is a program in this language, and no other language's with a tool of this one. */
  readonly programs: readonly string[];
  /** What its people can do, where there is more than to name another folder. */
  readonly hint?: string;
  /** What says it in a folder below the root, beside `programs`. */
  readonly below?: readonly string[];
}

/** In the order in which they are looked for: what is most telling first. */
const unservedLanguages: readonly UnservedLanguage[] = [
  { id: 'java', title: 'Java (Maven)', marks: ['pom.xml'], programs: ['pom.xml'] },
  {
    id: 'kotlin',
    title: 'Kotlin (Gradle)',
    marks: ['src/main/kotlin/'],
    programs: ['build.gradle.kts', 'build.gradle'],
  },
  {
    id: 'scala',
    title: 'Scala (sbt)',
    marks: ['build.sbt'],
    programs: ['build.sbt'],
  },
  {
    id: 'java',
    title: 'Java (Gradle)',
    marks: ['build.gradle', 'build.gradle.kts', 'settings.gradle', 'settings.gradle.kts', 'gradlew'],
    programs: ['src/main/java/', 'build.gradle', 'build.gradle.kts'],
  },
  { id: 'java', title: 'Java (Ant)', marks: ['build.xml'], programs: ['build.xml'] },
  {
    id: 'dotnet',
    title: '.NET',
    marks: ['*.csproj', '*.fsproj', '*.vbproj', '*.sln', '*.slnx', 'global.json'],
    programs: ['*.csproj', '*.fsproj', '*.vbproj', '*.sln', '*.slnx'],
  },
  {
    id: 'php',
    title: 'PHP',
    marks: ['composer.json', 'index.php', 'public/index.php', 'artisan'],
    below: ['composer.json'],
    programs: ['artisan', 'index.php', 'public/index.php', 'bin/console', 'web/index.php'],
  },
  {
    id: 'ruby',
    title: 'Ruby',
    marks: ['Gemfile', 'config.ru', '*.gemspec'],
    below: ['Gemfile'],
    programs: ['config.ru', 'app.rb', 'main.rb', 'server.rb', 'config/application.rb', 'bin/rails'],
  },
  {
    id: 'hugo',
    title: 'Hugo (pages from a site generator)',
    marks: ['hugo.toml', 'hugo.yaml', 'hugo.json', 'archetypes/'],
    programs: ['hugo.toml', 'hugo.yaml', 'hugo.json', 'archetypes/default.md'],
    hint: 'build the pages with `hugo`, and generate for the folder that it writes: --app public --language static',
  },
  { id: 'elixir', title: 'Elixir', marks: ['mix.exs'], programs: ['mix.exs'] },
  {
    id: 'rust',
    title: 'Rust',
    marks: ['Cargo.toml'],
    below: ['Cargo.toml'],
    programs: ['src/main.rs', 'src/bin/'],
  },
  { id: 'swift', title: 'Swift', marks: ['Package.swift'], programs: ['Package.swift'] },
  {
    id: 'haskell',
    title: 'Haskell',
    marks: ['stack.yaml', 'cabal.project', '*.cabal'],
    programs: ['stack.yaml', '*.cabal'],
  },
  {
    id: 'clojure',
    title: 'Clojure',
    marks: ['project.clj', 'deps.edn'],
    programs: ['project.clj', 'deps.edn'],
  },
  { id: 'erlang', title: 'Erlang', marks: ['rebar.config'], programs: ['rebar.config'] },
  { id: 'gleam', title: 'Gleam', marks: ['gleam.toml'], programs: ['gleam.toml'] },
  { id: 'crystal', title: 'Crystal', marks: ['shard.yml'], programs: ['shard.yml'] },
  { id: 'dart', title: 'Dart', marks: ['pubspec.yaml'], programs: ['pubspec.yaml'] },
  { id: 'zig', title: 'Zig', marks: ['build.zig'], programs: ['build.zig'] },
  { id: 'perl', title: 'Perl', marks: ['cpanfile', 'Makefile.PL'], programs: ['app.psgi', 'cpanfile'] },
  { id: 'r', title: 'R', marks: ['renv.lock', 'app.R', 'server.R'], programs: ['app.R', 'server.R'] },
  { id: 'julia', title: 'Julia', marks: ['Project.toml'], programs: ['Project.toml'] },
  {
    id: 'cpp',
    title: 'C++',
    marks: ['conanfile.txt', 'conanfile.py', 'vcpkg.json', 'CMakeLists.txt', '*.cpp', '*.cc'],
    programs: [],
  },
  { id: 'c', title: 'C', marks: ['meson.build', 'configure.ac', '*.c', 'src/*.c'], programs: [] },
];

/** Found by a mark at the root: the language, and where that was read. */
export interface FoundUnserved {
  readonly language: Fact<string>;
  readonly title: string;
  readonly hint: string | null;
}

/** A language that is known by its marks and not served, null where none lies in the root. */
export function unservedHere(project: ProjectView): FoundUnserved | null {
  return firstOf(project, () => true);
}

/** As `unservedHere`, where the root is a program in that language, whatever else lies there. */
export function unservedProgram(project: ProjectView): FoundUnserved | null {
  return firstOf(project, ({ programs }) => programs.some((name) => present(project, name) !== null));
}

/** As `unservedHere`, of a folder below the root: the manifest nearest to it. Null where none lies there, but for tests and examples. */
export function unservedBelow(project: ProjectView): FoundUnserved | null {
  const depth = (path: string) => path.split('/').length;
  const paths = project.files
    .filter((path) => path.includes('/') && !aside.test(path))
    .sort((a, b) => depth(a) - depth(b));
  for (const path of paths) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const language = unservedLanguages.find(({ programs, below = [] }) =>
      [...below, ...programs].some((mark) => isManifest(mark, name)),
    );
    if (language) return found(language, path);
  }
  return null;
}

function found({ id, title, hint }: UnservedLanguage, source: string): FoundUnserved {
  return { language: { value: id, source }, title, hint: hint ?? null };
}

/** A name that says enough without its folder: `pom.xml`, `*.csproj`; `main.rb` does not. */
function isManifest(mark: string, name: string): boolean {
  if (mark.includes('/') || /\.(?:rb|php|R)$/.test(mark)) return false;
  return mark.startsWith('*') ? name.endsWith(mark.slice(1)) : name === mark;
}

const aside = /(?:^|\/)(?:tests?|e2e|testdata|fixtures?|docs?|examples?|samples?|benchmarks?)\//;

function firstOf(
  project: ProjectView,
  accepts: (language: UnservedLanguage) => boolean,
): FoundUnserved | null {
  for (const language of unservedLanguages) {
    const mark = language.marks.map((name) => present(project, name)).find((name) => name !== null);
    if (mark === undefined || !accepts(language)) continue;
    return found(language, mark);
  }
  return null;
}

/** The file (or folder, where the name ends with `/`) at the root that bears this name; null where none does. */
function present(project: ProjectView, name: string): string | null {
  if (name.includes('*')) return fileIn(project, name);
  const there = name.endsWith('/') ? project.hasFolder(name.slice(0, -1)) : project.has(name);
  return there ? name : null;
}

/** `src/*.c` */
function fileIn(project: ProjectView, pattern: string): string | null {
  const [folder = '', ending = ''] = pattern.split('*');
  const found = project.files.find(
    (path) => path.startsWith(folder) && path.endsWith(ending) && !path.slice(folder.length).includes('/'),
  );
  return found ?? null;
}
