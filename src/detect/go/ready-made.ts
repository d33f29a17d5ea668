import type { Fact } from '../../fact.js';
import { isBelow } from './modules.js';
import { distinctImports, type GoSource } from './sources.js';

/** A framework that is most of the program: what it needs to be told, where it listens, what it reads and writes. */
interface Framework {
  readonly path: string;
  readonly words: readonly string[];
  readonly port: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly reads: readonly string[];
  readonly writes: readonly string[];
}

const frameworks: readonly Framework[] = [
  // https://pocketbase.io/docs/going-to-production/
  {
    path: 'github.com/pocketbase/pocketbase',
    // Its data lies beside the binary where nothing says otherwise.
    words: ['serve', '--http=0.0.0.0:8090', '--dir=pb_data'],
    port: 8090,
    environment: {},
    reads: ['pb_public', 'pb_hooks', 'pb_migrations'],
    writes: ['pb_data'],
  },
  // https://beegodocs.com/docs/developing-with-beego/config-module/
  {
    path: 'github.com/beego/beego/v2/server/web',
    words: [],
    port: 8080,
    environment: {},
    reads: ['conf', 'views', 'static'],
    writes: [],
  },
  {
    path: 'github.com/astaxie/beego',
    words: [],
    port: 8080,
    environment: {},
    reads: ['conf', 'views', 'static'],
    writes: [],
  },
  // In its development it listens on loopback. https://gobuffalo.io/documentation/guides/config-vars/
  {
    path: 'github.com/gobuffalo/buffalo',
    words: [],
    port: 3000,
    environment: { ADDR: '0.0.0.0', GO_ENV: 'production' },
    reads: [],
    writes: [],
  },
];

/** What the program is by its framework; null for a program that says all of it by itself. */
export function readyMade(sources: readonly GoSource[]): (Framework & Pick<Fact<string>, 'source'>) | null {
  const imports = distinctImports(sources);
  for (const framework of frameworks) {
    const found = imports.find(({ value }) => isBelow(value, framework.path));
    if (found) return { ...framework, source: found.source };
  }
  return null;
}
