import type { Fact, Warning } from '../../fact.js';
import type { NodeApp } from './node-app.js';

/** Secrets without which a server does not start, as its own starter puts them into .env, which no image holds. */
const needed: Readonly<Record<string, readonly string[]>> = {
  // https://docs.strapi.io/cms/configurations/environment
  '@strapi/strapi': [
    'APP_KEYS',
    'API_TOKEN_SALT',
    'ADMIN_JWT_SECRET',
    'TRANSFER_TOKEN_SALT',
    'JWT_SECRET',
    'ENCRYPTION_KEY',
  ],
  // https://payloadcms.com/docs/configuration/overview
  payload: ['PAYLOAD_SECRET'],
  // https://docs.adonisjs.com/guides/getting-started/configuration
  '@adonisjs/core': ['APP_KEY'],
};

/** Each variable, with the line of the dependency that wants it. */
export function neededSettings({ manifest }: NodeApp): Fact<string>[] {
  return Object.entries(needed).flatMap(([name, variables]) => {
    const dependency = manifest.dependency(name);
    return dependency === null ? [] : variables.map((value) => ({ value, source: dependency.source }));
  });
}

/** Names what has to be set where the container runs. */
export function settingsWarnings({ manifest }: NodeApp): Warning[] {
  return Object.entries(needed).flatMap(([name, variables]) => {
    const dependency = manifest.dependency(name);
    if (dependency === null) return [];
    const message = `${name} does not start without ${variables.join(', ')}: .env is no part of the image, set them where the container runs`;
    return [{ code: 'BI176', message, source: dependency.source }];
  });
}
