import assert from 'node:assert/strict';
import fc from 'fast-check';
import { resolve, survey } from '../../src/engine.js';
import { memoryProject } from '../../src/project/memory-view.js';
import { hostileText } from './hostile-text.js';

/** A path component of an image's name, https://github.com/distribution/reference. */
const component = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;

function imageName(name: string): string {
  const manifest = JSON.stringify({ name, scripts: { start: 'node server.js' } });
  const project = memoryProject({ 'package.json': manifest, 'server.js': '' });
  return resolve(survey(project, {}), {}).plan.project.name;
}

describe("the image's name in the workflow", () => {
  const becomes = (name: string, expected: string) =>
    it(`${name} → ${expected}`, () => assert.equal(imageName(name), expected));
  becomes('api', 'api');
  becomes('@acme/My_App.js', 'my_app.js');
  becomes('a..b', 'a-b');
  becomes('a.-b', 'a-b');
  becomes('a !- b', 'a-b');
  becomes('日本', 'app');
  becomes('../..', 'app');
  becomes('a'.repeat(300), 'a'.repeat(100));

  it('is one that Docker takes, whatever the project is called', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        assert.match(imageName(text), component);
        assert.match(imageName(`a${text}b`), component);
      }),
      { numRuns: 300 },
    );
  });
});
