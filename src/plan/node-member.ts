import type { NodeDetails, NodeWorkspace } from '../detect/facts.js';
import { installerSettings } from './installer-settings.js';
import type { Copy } from './plan.js';

/** Where the build stages have the project, and the last stage what runs of it. */
const home = '/app';

/** Where the app lies: a workspace keeps its layout, since links between its members are relative. */
export function appFolder({
  workspace,
}: {
  readonly workspace: Pick<NodeWorkspace, 'folder'> | null;
}): string {
  return workspace === null ? home : `${home}/${workspace.folder}`;
}

/** https://nextjs.org/docs/app/api-reference/config/next-config-js/output#automatically-copying-traced-files */
export function standalone(details: NodeDetails): Copy[] {
  const app = appFolder(details);
  const pages = details.output?.includes('public') ? ['public'] : [];
  return [
    { from: 'build', sources: [`${app}/.next/standalone`], target: home },
    ...['.next/static', ...pages].map((path): Copy => ({
      from: 'build',
      sources: [`${app}/${path}`],
      target: `${app}/${path}`,
    })),
  ];
}

/** Next.js keeps its compiler's cache beside what it serves. */
export function leftBehind(path: string): Pick<Copy, 'exclude'> {
  return /(?:^|\/)\.next$/.test(path) ? { exclude: ['cache'] } : {};
}

/** A member of a workspace: the packages of every folder at once, then the members that run. */
export function memberCopies(
  details: Pick<NodeDetails, 'installFiles' | 'output' | 'bundled' | 'nodeLinker' | 'prisma'>,
  workspace: Pick<NodeWorkspace, 'folder'> & { readonly needs: readonly { readonly folder: string }[] },
  { builds, prunes }: { readonly builds: boolean; readonly prunes: boolean },
): Copy[] {
  // Yarn 2 and later leave notes of their own in `.yarn`.
  const settings = [...installerSettings(details), ...(details.nodeLinker === null ? [] : ['.yarn'])];
  const packages: Copy = {
    from: prunes ? 'production' : 'dependencies',
    sources: [home],
    target: home,
    exclude: settings.filter((path) => !path.startsWith('.yarn/')),
  };
  const client: Copy = {
    from: 'dependencies',
    sources: [`${home}/node_modules/.prisma`],
    target: `${home}/node_modules/.prisma`,
  };
  const part = (path: string): Copy => ({
    from: builds ? 'build' : null,
    sources: [builds ? `${home}/${path}` : path],
    target: `${home}/${path}`,
    ...leftBehind(path),
  });
  const folder = (path: string): Copy => ({ ...part(path), exclude: ['**/node_modules'] });
  const app = details.output?.map((path) => part(`${workspace.folder}/${path}`)) ?? [
    folder(workspace.folder),
  ];
  return [
    ...(details.bundled ? [] : [packages]),
    ...(prunes && details.prisma?.place === 'packages' && !details.bundled ? [client] : []),
    ...workspace.needs.map((need) => folder(need.folder)),
    ...app,
  ];
}
