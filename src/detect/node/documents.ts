import { compiledTests, restFolders } from './compiled-tests.js';
import type { FoundFramework } from './framework.js';
import type { NodeApp } from './node-app.js';
import type { ProgramSource } from './program-sources.js';

/** What frameworks read in their builds besides the sources: documents that they make pages of. */
const contents: Readonly<Record<string, readonly string[]>> = {
  docusaurus: ['docs'],
  vitepress: ['docs', '*.md'],
  vuepress: ['docs', '*.md'],
  eleventy: ['docs', '*.md'],
  hexo: ['docs'],
  gatsby: ['docs'],
  astro: ['docs'],
  // Its build checks bin/test.ts too, which imports them.
  adonisjs: ['tests'],
};

/** Documents and folders of documents or tests that the build or the program reads: patterns from the app's root. */
export function neededDocuments(
  { project }: NodeApp,
  found: FoundFramework | null,
  sources: readonly ProgramSource[],
): string[] {
  const ofFramework = contents[found?.framework.id ?? ''] ?? [];
  const named = restFolders.filter((folder) => {
    // `'docs'`, `'../docs/api.json'`, `__dirname + '/docs/api.json'`; `'/docs'` alone is a route.
    const path = new RegExp(
      String.raw`['"\`](?:(?:\.{1,2}\/)*${folder}(?:\/[^'"\`\n]*)?|\/${folder}\/[^'"\`\n]+\.\w+)['"\`]`,
    );
    return sources.some(({ code }) => path.test(code));
  });
  const patterns = [...new Set([...ofFramework, ...named, ...compiledTests(project)])];
  return patterns.filter((pattern) => pattern.includes('*') || project.hasFolder(pattern));
}
