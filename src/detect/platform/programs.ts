import { posix } from 'node:path';
import type { LanguageId } from '../facts.js';

const javascript: readonly LanguageId[] = ['node', 'bun', 'deno'];
const python: readonly LanguageId[] = ['python'];
const none: readonly LanguageId[] = [];

/** Programs that are no part of an app, and the languages whose images have them. */
const programs: Readonly<Record<string, readonly LanguageId[]>> = {
  ...rows(
    javascript,
    'node nodejs npm npx yarn pnpm corepack bun bunx deno next nuxt tsx ts-node nodemon pm2-runtime',
  ),
  ...rows(
    python,
    'python python2 python3 pip pipenv poetry uv pdm hatch rye gunicorn uvicorn hypercorn daphne waitress-serve uwsgi flask fastapi django-admin celery streamlit chainlit rq dramatiq newrelic-admin ddtrace-run opentelemetry-instrument',
  ),
  ...rows(['go'], 'go'),
  ...rows(
    none,
    'java javac mvn gradle gradlew mvnw sbt kotlin php php-fpm composer ruby bundle rails rackup puma unicorn rake mix elixir iex erl dotnet cargo ' +
      'swift stack cabal lein clojure julia Rscript perl plackup nginx caddy httpd apache2 apache2-foreground heroku-php-apache2 heroku-php-nginx ' +
      'supervisord docker docker-compose podman make just task bazel nix nix-shell bash sh zsh honcho foreman overmind start-nginx start-pgbouncer nginx-unit',
  ),
};

function rows(languages: readonly LanguageId[], names: string): Record<string, readonly LanguageId[]> {
  return Object.fromEntries(names.split(' ').map((name) => [name, languages]));
}

/** Sources that a language's program runs by itself or is started with. */
const sources = /\.(?:[cm]?[jt]sx?|py)$/;
/** Folders in which package managers put programs. */
const installed = /(?:^|\/)(?:node_modules\/\.bin|\.venv\/bin|venv\/bin|\.local\/bin)\//;

/** Can the image of an app in this language have the program that this command starts? */
export function mayStart(command: string, language: LanguageId): boolean {
  const program = programOf(command);
  if (program === null) return false;
  const name = posix.basename(program);
  if (Object.hasOwn(programs, name)) return programs[name]!.includes(language);
  if (!program.includes('/') && !/\.\w+$/.test(program)) return language !== 'static';
  // Go's programs lie wherever its build puts them; what other languages start by a path is a source, or was installed.
  if (language === 'go') return !/\.\w{1,4}$/.test(name) || name.endsWith('.app');
  return sources.test(name) || installed.test(program);
}

/** The first word of the last command that is no setting; null where only a shell can tell. */
function programOf(command: string): string | null {
  const last = command.split(/&&|;|\n/).at(-1) ?? '';
  const words = last.replace(/^\s*exec\s+/, '').match(/\S+/g) ?? [];
  const program = words.find((word) => !/^[A-Za-z_]\w*=/.test(word)) ?? null;
  return program === null || /[`$|<>(){}]/.test(program) ? null : program;
}
