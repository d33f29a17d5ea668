import type { ProjectView } from '../../project/view.js';
import type { ProgramSource } from './program-sources.js';
import { plain } from './typescript.js';

const calls = String.raw`\b(?:readFile|readFileSync|createReadStream|readdir|readdirSync|sendFile|static|resolve|join|URL|loadFilesSync|loadSchemaSync|loadPackageDefinition|loadSync|readJson|readJsonSync)`;
const base = String.raw`(?:(?:__dirname|import\.meta\.dirname|process\.cwd\(\)|[A-Za-z_$][\w$.]*)\s*,\s*)?(?:['"\`](?:\.{1,2}\/)*\.{0,2}['"\`]\s*,\s*)*`;
/** `readFileSync('./schema.graphql')`, `path.join(__dirname, '..', 'ftp')`, `express.static('client/dist')`. */
const named = new RegExp(
  String.raw`${calls}\(\s*${base}['"\`](?:\.{1,2}\/)*(?<path>[\w@][\w@.-]*(?:\/[\w@][\w@.-]*)*)\/?['"\`]`,
  'g',
);

/** What programs read, and no .dockerignore hides. */
const readable =
  /\.(?:json5?|ya?ml|graphqls?|gql|html?|hbs|handlebars|ejs|pug|mjml|njk|liquid|xml|xslt?|csv|proto|txt|toml|ini|svg|png|jpe?g|ico|css|wasm|ttf|woff2?)$/;
const hidden = /(?:^|\/)(?:\.|tests?\/|docs\/)|credentials|service[-_]?account|dump|backup/i;
/** Files of tools, and the manifest, which is there anyway. */
const ofTools =
  /^(?:package(?:-lock)?|tsconfig[\w.-]*|nodemon|nest-cli|angular|lerna|turbo|nx)\.json$|^pnpm-/;
const made = /^(?:dist|build|out|public|www)$/;

/**
 * Files and folders of the project that its program names in calls that read, where they lie outside of the folder that is
 * built: from the app's root, sorted. Of a front end in a folder of its own, what its build writes, if `built` names that folder.
 */
export function readPaths(project: ProjectView, sources: readonly ProgramSource[], built: string): string[] {
  const paths = sources.flatMap(({ code }) =>
    [...code.matchAll(named)].flatMap(({ groups }) => readPath(plain(groups?.['path'] ?? '')) ?? []),
  );
  return [...new Set(paths)].sort();

  function readPath(path: string): string | null {
    const [first = '', ...rest] = path.split('/');
    if (first === 'node_modules' || hidden.test(path)) return null;
    if (project.has(path)) return isData(path) && !ofTools.test(path) ? path : null;
    if (project.has(`${first}/package.json`)) return frontEnd(first, rest);
    const folder = holdsSources(first) ? path : first;
    return project.files.some((file) => file.startsWith(`${folder}/`) && isData(file)) ? folder : null;
  }

  /** `client/dist/app` of a front end that the build makes: `client/dist`. */
  function frontEnd(folder: string, rest: readonly string[]): string | null {
    const at = rest.findIndex((name) => made.test(name));
    if (at < 0 || !new RegExp(String.raw`(?<![\w-])${folder}(?![\w-])`).test(built)) return null;
    return [folder, ...rest.slice(0, at + 1)].join('/');
  }

  function holdsSources(folder: string): boolean {
    return sources.some(({ file }) => file.path.startsWith(`${folder}/`));
  }
}

function isData(path: string): boolean {
  return readable.test(path) && !hidden.test(path);
}
