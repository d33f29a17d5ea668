import type { Warning } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';
import type { DjangoSettings } from './django-settings.js';
import { firstFound, type PythonSource } from './sources.js';

/**
 * Migrations are told, not run: a build has no database, and several containers that start at once would all change
 * the same one.
 */
export function databaseChanges(
  project: ProjectView,
  settings: DjangoSettings | null,
  sources: readonly PythonSource[],
  installs: (name: string) => boolean,
): Warning[] {
  const database = settings && firstFound(settings.sources, /^[ \t]*DATABASES\b/m);
  if (settings && database) return [notMigrated(`python ${settings.manage.path} migrate`, database.source)];
  const flask = installs('flask-migrate') ? firstFound(sources, /\bMigrate\(/) : null;
  if (flask) return [notMigrated('flask db upgrade', flask.source)];
  const alembic = installs('alembic') && project.has('alembic.ini') ? project.read('alembic.ini') : null;
  return alembic ? [notMigrated('alembic upgrade head', alembic.fact(0).source)] : [];
}

function notMigrated(command: string, source: string): Warning {
  return {
    code: 'BI175',
    message: `the container does not change its database when it starts: before the first start, and with each release, run "${command}" in it (docker run --rm with the same settings)`,
    source,
  };
}
