import { systemPackageMissing } from '../../../src/decide/rules/system-package-missing.js';
import { judgedBy } from './judged-by.js';

describe('system-package-missing', () => {
  const { rejects, allows } = judgedBy(systemPackageMissing, 'BI013');
  const library = "PostgreSQL's client library";
  for (const base of ['distroless', 'chainguard'] as const)
    rejects(
      'python, psycopg2',
      base,
      `${base} has nothing that could install ${library}`,
      'requirements.txt:3',
    );
  rejects('python, mod_wsgi', 'wolfi', 'wolfi has no package that holds Apache httpd', 'requirements.txt:3');
  rejects(
    'python, psycopg',
    'alpine',
    "alpine has no package that holds PostgreSQL's client library where Python's ctypes finds it by name",
    'requirements.txt:3',
  );
  allows('python, psycopg', 'debian-slim');
  allows('python, psycopg2', 'alpine');
  allows('python, psycopg2', 'debian-slim');
  allows('python, psycopg2', 'ubi-minimal');
  allows('python, git dependency', 'distroless');
  allows('python', 'distroless');
  allows('go', 'scratch');
});
