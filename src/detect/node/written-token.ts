import type { Fact, Warning } from '../../fact.js';
import type { ProjectView } from '../../project/view.js';

/** A token or password itself, where `${NPM_TOKEN}` would name a variable. https://docs.npmjs.com/cli/configuring-npm/npmrc#auth-related-configuration */
const written =
  /^[^#;\n]*?(?<value>(?:_authToken|_auth|_password)(?=[ \t]*=[ \t]*["']?(?!\$\{)[^\s"'])|registry(?=[ \t]*=[ \t]*["']?https?:\/\/[^\s/@:]*:(?!\$)[^\s/@]+@))/m;

/** Where an .npmrc holds what opens a registry: it must not get into a layer. The value is the setting's name. */
export function writtenToken(project: ProjectView): Fact<string> | null {
  return project.read('.npmrc')?.match(written) ?? null;
}

export function writtenTokenWarnings(project: ProjectView): Warning[] {
  const token = writtenToken(project);
  if (token === null) return [];
  const message = `${token.source} holds a token itself (${token.value}), so the file is no part of the build context: give it as a secret, docker build --secret id=npmrc,src=.npmrc, or write \${NPM_TOKEN} in place of the token`;
  return [{ code: 'BI189', message, source: token.source }];
}
