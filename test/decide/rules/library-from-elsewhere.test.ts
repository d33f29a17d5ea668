import { libraryFromElsewhere } from '../../../src/decide/rules/library-from-elsewhere.js';
import { judgedBy } from './judged-by.js';

describe('library-from-elsewhere', () => {
  const { rejects, allows } = judgedBy(libraryFromElsewhere, 'BI014');
  for (const base of ['ubuntu', 'wolfi'] as const)
    rejects(
      'go, libvips',
      base,
      `${base} has the libvips image library in another version than the stage that compiles`,
      'main.go:3',
    );
  allows('go, libvips', 'debian-slim');
  allows('go, libvips', 'alpine');
  allows('go, cgo', 'ubuntu');
  allows('go', 'scratch');
});
