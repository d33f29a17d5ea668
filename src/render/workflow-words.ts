import type { Plan } from '../plan/plan.js';

/** Words for YAML and JSON templates. */
export function workflowWords({ actions }: Pick<Plan, 'actions'>) {
  return {
    yamlString,
    gitlabString,
    composeString,
    yamlScalar,
    jsonString: (text: string): string => JSON.stringify(text),
    /** `["a", "b"]` */
    jsonList: (texts: readonly string[]): string =>
      `[${texts.map((text) => JSON.stringify(text)).join(', ')}]`,
    /** `owner/action@sha # v1.2.3`, with the action's own folder where it lies in one. */
    pinned(action: string, folder?: string): string {
      const pin = actions[action];
      if (pin === undefined) throw new Error(`${action} is not in the catalogue of actions`);
      return `${action}${folder === undefined ? '' : `/${folder}`}@${pin.sha} # ${pin.tag}`;
    },
  };
}

/** A YAML scalar on one line that is read back as this very text. Throws where GitHub would evaluate a part of it. */
function yamlString(text: string): string {
  if (text.includes('${{')) throw new TypeError(`a value has an expression of GitHub Actions: ${text}`);
  return yamlScalar(text);
}

/** The same for a compose file, in which `$` begins a variable. */
function composeString(text: string): string {
  return yamlScalar(text.replaceAll('$', '$$$$'));
}

/** A YAML scalar on one line that is read back as this very text. */
function yamlScalar(text: string): string {
  return /^(?:\.{1,2}(?:\/\.\.)*|[a-z/][\w./-]*)$/i.test(text) &&
    !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text);
}

/** A YAML scalar on one line that GitLab reads back as this very text: without the value of a variable in it. */
function gitlabString(text: string): string {
  return yamlString(text.replaceAll('$', () => '$$'));
}
