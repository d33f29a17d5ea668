import { InputError } from '../../errors.js';
import type { ProjectView } from '../../project/view.js';
import { isObject } from './manifest.js';

/** Is the `project.json` here one of Nx's? https://nx.dev/reference/project-configuration */
export function isNxProject(project: ProjectView): boolean {
  const value = project.json('project.json')?.value;
  return isObject(value) && ['targets', 'projectType', 'sourceRoot'].some((key) => key in value);
}

/** What to say of a project of Nx without a package.json that nobody could tell how to build. */
export function notBuiltByNx(project: ProjectView): InputError {
  const file = project.json('project.json');
  const stated = file?.string('targets', 'build', 'executor') ?? file?.get('targets');
  const source = stated?.source ?? file?.file.path ?? 'project.json';
  const what =
    typeof stated?.value === 'string'
      ? `it is built by ${stated.value}, and what that makes is not known`
      : 'nothing says how it is built';
  return new InputError(
    'nx-target-unknown',
    `${source}: this is a project of Nx, and ${what}`,
    "run at the workspace's root (where nx.json is) with --app and this folder; there, executors and plug-ins for Next.js, webpack, Rspack, esbuild, tsc, swc, Vite and Angular are understood",
  );
}
