import { InputError } from '../../errors.js';
import type { ProjectView } from '../../project/view.js';
import type { Requirement } from './requirement.js';

/**
 * Throws InputError `no-dependencies` where only the README's header says which Gradio or Streamlit the app needs:
 * Hugging Face installs that beside the requirements. https://huggingface.co/docs/hub/spaces-config-reference
 */
export function refuseHostedFramework(project: ProjectView, declared: readonly Requirement[]): void {
  const file = project.read('README.md');
  const header = file && /^---\n[\s\S]{0,2000}?\n---/.exec(file.text)?.[0];
  const sdk = header && /^sdk:[ \t]*["']?(?<value>gradio|streamlit)\b/m.exec(header);
  if (!file || !sdk || declared.some(({ name }) => name === sdk.groups!['value'])) return;
  const name = sdk.groups!['value']!;
  const version = /^sdk_version:[ \t]*["']?(?<value>[\d.]+)/m.exec(header)?.groups?.['value'];
  throw new InputError(
    'no-dependencies',
    `${file.fact(name, sdk.index).source}: Hugging Face installs ${name} by itself, and no file of the project lists it`,
    `add ${version === undefined ? name : `${name}==${version}`} to requirements.txt`,
  );
}
