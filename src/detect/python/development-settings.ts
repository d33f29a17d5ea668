import { posix } from 'node:path';
import type { Warning } from '../../fact.js';
import type { DjangoSettings } from './django-settings.js';
import type { PythonSource } from './sources.js';

const development = /^(?:dev|develop|development|local|debug)$/;
const production = /^(?:prod|production|live|deploy|deployment)$/;

/** Says that the server loads settings for development though others for production lie beside them. https://docs.djangoproject.com/en/stable/topics/settings/ */
export function developmentSettings(
  { manage, sources: loaded }: DjangoSettings,
  all: readonly PythonSource[],
): Warning[] {
  const served = loaded.find(({ name }) => development.test(name));
  const meant = all.find(({ name, folder }) => production.test(name) && folder === served?.folder);
  if (served === undefined || meant === undefined) return [];
  const module = posix.relative(manage.folder, meant.path).replace(/\.py$/, '').replaceAll('/', '.');
  const message = `the server loads ${served.path}: set DJANGO_SETTINGS_MODULE=${module} where the container runs, or name it in wsgi.py`;
  return [{ code: 'BI187', message, source: served.path }];
}
