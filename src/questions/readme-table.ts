import { usageOf } from '../show/help-text.js';
import { options } from './questions.js';

/** The options as a Markdown table, for the README. */
export function readmeTable(): string {
  const rows = options.map((option) => {
    const values =
      option.values === undefined ? '' : `: ${option.values.map((value) => `\`${value}\``).join(' ')}`;
    return `| \`${usageOf(option).replaceAll('|', '\\|')}\` | ${option.help}${values} |`;
  });
  return ['| option | meaning |', '| --- | --- |', ...rows].join('\n') + '\n';
}
