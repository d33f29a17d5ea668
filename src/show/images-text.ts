import type { BaseEntry } from '../catalogue/catalogue.js';
import { columns } from '../columns.js';
import type { Paint } from './paint.js';

/** The catalogue of bases as a table. */
export function imagesText(bases: readonly BaseEntry[], paint: Paint): string {
  const head = ['base', 'image', 'MB', 'libc', 'shell', 'packages', 'user', 'supported until'];
  const [first, ...rows] = columns([head, ...bases.map(row)]);
  return `${[paint('bold', first as string), ...rows].join('\n')}\n`;
}

function row({ id, image, sizeMB, libc, shell, packageManager, user, supportedUntil }: BaseEntry): string[] {
  return [
    id,
    image,
    sizeMB === null ? '-' : String(sizeMB),
    libc,
    shell ?? 'none',
    packageManager ?? 'none',
    `${user.uid}:${user.gid}`,
    supportedUntil ?? '-',
  ];
}
