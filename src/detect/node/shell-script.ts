import type { ProjectView } from '../../project/view.js';
import { plain } from './typescript.js';

const shells = /^(?:\/(?:usr\/)?bin\/)?(?:sh|bash|ash)$/;
/** Words of a script that is more than a list of commands. */
const control =
  /^(?:if|then|else|elif|fi|for|while|until|do|done|case|esac|function|trap|wait|source|\.|cd|\{|\}|\w+\(\))(?:\s|;|$)/;
const settings = /^(?:set\s|#|exit\b|export\s+\w+=\S*$)/;

/** The commands of a shell script of the project as one line, null where it is none or does more than a list of commands. */
export function shellScript(project: ProjectView, words: readonly string[]): string | null {
  const [first = '', second = ''] = words;
  const path = shells.test(first) && !second.startsWith('-') ? second : first.endsWith('.sh') ? first : null;
  const file = path === null ? null : project.read(plain(path));
  if (file === null) return null;
  const lines = file.text
    .replace(/\\\n/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !settings.test(line));
  return lines.some((line) => control.test(line)) || lines.length === 0 ? null : lines.join(' && ');
}
