import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Certificate } from './server.js';

export interface OwnCertificate extends Certificate {
  /** Path of the certificate of the authority that signed it. */
  readonly authority: string;
  readonly keyFile: string;
  readonly certFile: string;
}

/** A certificate for 127.0.0.1 and for `host`, signed by an authority of its own, made in `folder`; null without openssl. */
export function certificateFor(folder: string, host = 'localhost'): OwnCertificate | null {
  const at = (name: string) => path.join(folder, name);
  const openssl = (...words: string[]) => execFileSync('openssl', words, { stdio: 'pipe' });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  writeFileSync(at('names'), `subjectAltName=IP:127.0.0.1,DNS:${host}\n`);
  try {
    openssl(
      'req',
      '-x509',
      ...newKey,
      '-subj',
      '/CN=an authority',
      '-keyout',
      at('ca.key'),
      '-out',
      at('ca.crt'),
    );
    openssl(
      'req',
      ...newKey.slice(0, 5),
      '-subj',
      '/CN=127.0.0.1',
      '-keyout',
      at('key'),
      '-out',
      at('request'),
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const signed = ['-CA', at('ca.crt'), '-CAkey', at('ca.key'), '-CAcreateserial', '-extfile', at('names')];
  openssl('x509', '-req', '-in', at('request'), ...signed, '-days', '2', '-out', at('cert'));
  const [key, cert] = [readFileSync(at('key'), 'utf8'), readFileSync(at('cert'), 'utf8')];
  return { key, cert, authority: at('ca.crt'), keyFile: at('key'), certFile: at('cert') };
}
