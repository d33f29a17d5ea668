import assert from 'node:assert/strict';
import { codes, detect, type Files } from './detected.js';

const built = { 'ui/package.json': '{ "scripts": { "build": "vite build" } }' };
const served = (text: string): Files => ({ 'requirements.txt': 'aiohttp\n', 'main.py': text });

describe('python: a front end that Node.js builds', () => {
  const cases: readonly (readonly [string, Files, boolean])[] = [
    ['by its path', { ...built, ...served('ROOT = "ui/dist/shop"\n') }, true],
    ['by its parts', { ...built, ...served('ROOT = os.path.join(BASE, "ui", "dist")\n') }, true],
    ['from a folder beside it', { ...built, ...served('ROOT = BASE / "../ui/build"\n') }, true],
    [
      'among the sources',
      {
        'src/shop/static/ui/package.json': built['ui/package.json'],
        ...served('ROOT = os.path.join("static", "ui", "dist")\n'),
      },
      true,
    ],
    ['its sources', { ...built, ...served('ROOT = "ui/src/pages"\n') }, false],
    ['what is here', { ...built, 'ui/dist/index.html': '', ...served('ROOT = "ui/dist"\n') }, false],
    ['without a build', { 'ui/package.json': '{}', ...served('ROOT = "ui/dist"\n') }, false],
    ['another folder', { ...built, ...served('ROOT = "gui/dist"\n') }, false],
  ];
  for (const [name, files, told] of cases)
    it(`${name} is ${told ? '' : 'not '}told`, () =>
      assert.equal(codes(detect(files)).includes('BI193'), told));

  it('is told where the package builds it', () => {
    const files = {
      'pyproject.toml':
        '[project]\nname = "shop"\n[project.scripts]\nshop = "shop:main"\n[build-system]\nrequires = ["hatchling"]\n',
      'hatch_build.py': 'subprocess.run(["npm", "ci"])\n',
    };
    assert.ok(codes(detect(files)).includes('BI193'));
    assert.ok(!codes(detect({ ...files, 'hatch_build.py': 'pass\n' })).includes('BI193'));
  });

  const vite = '{ "scripts": { "build": "vite build" } }';
  const page = {
    'requirements.txt': 'flask\n',
    'main.py': 'from flask import Flask\napp = Flask(__name__)\n',
  };
  const besides: readonly (readonly [string, Files, boolean])[] = [
    ['beside it, served from somewhere', { 'spa/package.json': vite }, true],
    ['around it', { 'package.json': vite }, true],
    ['that is committed', { 'spa/package.json': vite, 'spa/dist/index.html': '' }, false],
    [
      'that is committed elsewhere',
      {
        'spa/package.json': vite,
        'spa/vite.config.ts': 'export default { build: { outDir: "../shop/static/spa" } };\n',
        'shop/static/spa/a.js': '',
      },
      false,
    ],
    [
      'that goes elsewhere and is not here',
      {
        'spa/package.json': vite,
        'spa/vite.config.ts': 'export default { build: { outDir: "../shop/static/spa" } };\n',
      },
      true,
    ],
    ['of its documents', { 'docs/package.json': vite }, false],
    ['that nothing bundles', { 'spa/package.json': vite.replace('vite build', 'tsc') }, false],
  ];
  for (const [name, files, told] of besides)
    it(`one ${name} is ${told ? '' : 'not '}told`, () =>
      assert.equal(codes(detect({ ...page, ...files })).includes('BI193'), told));
  it('a program without pages is not told of one', () => {
    assert.ok(!codes(detect({ ...page, 'main.py': 'work()\n', 'spa/package.json': vite })).includes('BI193'));
  });
});
