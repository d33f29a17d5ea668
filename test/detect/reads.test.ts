import assert from 'node:assert/strict';
import path from 'node:path';
import { resolve, survey } from '../../src/engine.js';
import { InputError } from '../../src/errors.js';
import { isIgnoredFolder } from '../../src/project/ignored-folders.js';
import { parsingView } from '../../src/project/parsing-view.js';
import type { ProjectView } from '../../src/project/view.js';
import { filesBelow } from '../golden-tests/files-below.js';
import { goldenCases } from '../golden-tests/cases.js';
import { projectFolder } from '../golden-tests/generate.js';

/** What a run asked of the disk. */
interface Asked {
  readonly texts: Map<string, number>;
  readonly kinds: Map<string, number>;
  lists: number;
}

/** A project whose source counts, with folders beside it that nobody has to look into. */
function counted(files: ReadonlyMap<string, string>): { project: ProjectView; asked: Asked } {
  const asked: Asked = { texts: new Map(), kinds: new Map(), lists: 0 };
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  const folders = new Set([...files.keys()].flatMap(foldersOf));
  const project = parsingView({
    list: () => {
      asked.lists += 1;
      return [...files.keys()].filter((file) => !foldersOf(file).some(isIgnoredFolder)).sort();
    },
    isFile: (file) => (count(asked.kinds, `file ${file}`), files.has(file)),
    isFolder: (folder) => (count(asked.kinds, `folder ${folder}`), folders.has(folder)),
    text: (file) => (count(asked.texts, file), files.get(file) ?? null),
  });
  return { project, asked };
}

function foldersOf(file: string): string[] {
  const names = file.split('/').slice(0, -1);
  return names.map((_, at) => names.slice(0, at + 1).join('/'));
}

function filesOf(folder: string): Map<string, string> {
  const beside = ['node_modules/left-pad/index.js', '.venv/lib/x.py', 'vendor/a.test/x/x.go', '.git/config'];
  return new Map([
    ...beside.map((file) => [file, 'import "x"\n'] as const),
    ...Object.entries(filesBelow(folder)),
  ]);
}

describe('a run', () => {
  const projects = [...new Set(goldenCases.filter(({ flags }) => flags.length === 0).map(projectFolder))];
  for (const folder of projects)
    it(`asks the disk once for each thing: ${path.basename(folder)}`, () => {
      const { project, asked } = counted(filesOf(folder));
      try {
        resolve(survey(project, {}), {});
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
      }
      const twice = [...asked.texts, ...asked.kinds].filter(([, times]) => times > 1);
      assert.deepEqual(twice, []);
      assert.ok(asked.lists <= 1);
      const ignored = [...asked.texts.keys()].filter((file) => /^(?:node_modules|\.venv|\.git)\//.test(file));
      assert.deepEqual(ignored, []);
    });
});
