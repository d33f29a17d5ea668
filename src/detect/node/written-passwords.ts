import type { Fact } from '../../fact.js';
import type { ProjectFile } from '../../project/view.js';
import { holdsPassword, passwordInAddress, refuseWrittenPassword } from '../written-password.js';
import type { NodeApp } from './node-app.js';

/** Settings that hold tokens beside addresses, and are copied into the build. `$` begins a variable. */
const settings: readonly (readonly [path: string, token: RegExp])[] = [
  // https://yarnpkg.com/configuration/yarnrc#npmAuthToken
  ['.yarnrc.yml', /^[^#\n]*?\b(?<value>npmAuthToken|npmAuthIdent)["']?:[ \t]+["']?(?!\$)[^\s"'#]/m],
  // https://classic.yarnpkg.com/en/docs/yarnrc
  ['.yarnrc', /^[^#\n]*(?<value>_authToken|_auth|_password)["']?[ \t]+["']?(?!\$)[^\s"'#]/m],
  // https://bun.com/docs/runtime/bunfig#install-registry
  ['bunfig.toml', /^[^#\n]*?\b(?<value>token|password)[ \t]*=[ \t]*["'](?!\$)[^"'\n]/m],
];

/** Throws InputError `written-password` where what the install step reads holds what opens a registry. An .npmrc is left out instead. */
export function refuseWrittenPasswords(
  { project, manifest }: NodeApp,
  installFiles: readonly string[],
): void {
  // Where Yarn 2 does not install, its settings are no part of the build context.
  const copied = settings.filter(([path]) => path !== '.yarnrc.yml' || installFiles.includes(path));
  for (const [path, token] of copied)
    refuseWrittenPassword(
      found(project.read(path), token),
      `write a variable in its place, \${NPM_TOKEN}, which the build gets by docker build --secret id=NPM_TOKEN; or keep it in your own settings and take --secret ${path === '.yarnrc.yml' ? 'yarn' : 'npm'}`,
    );
  for (const name of [...manifest.dependencies, ...manifest.devDependencies]) {
    const range = manifest.dependency(name) ?? manifest.devDependency(name);
    if (range !== null && holdsPassword(range.value))
      refuseWrittenPassword(
        { value: name, source: range.source },
        'leave it out of the address, and take --secret netrc, which git and curl read',
      );
  }
}

function found(file: ProjectFile | null, token: RegExp): Fact<string> | null {
  return file?.match(token) ?? passwordInAddress(file);
}
