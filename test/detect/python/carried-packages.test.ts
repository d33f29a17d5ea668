import assert from 'node:assert/strict';
import { detect, details, type Files } from './detected.js';

const others = (folder: string): Files =>
  Object.fromEntries(
    ['certifi', 'cherrypy', 'django', 'flask', 'requests'].flatMap((name) => [
      [`${folder}/${name}/__init__.py`, `import ${name}\n`],
      [`${folder}/${name}/__main__.py`, 'main()\n'],
    ]),
  );
const program = 'import os\nsys.path.insert(0, "lib")\n\nif __name__ == "__main__":\n    main()\n';

describe('python: packages of others that a project carries', () => {
  it('are no part of the app', () => {
    const facts = detect({ 'requirements.txt': 'x\n', 'Shop.py': program, ...others('lib') });
    assert.deepEqual([facts.framework, details(facts).startWords], [null, ['python', 'Shop.py']]);
  });
  it('a package of its own is', () => {
    const facts = detect({ 'requirements.txt': 'flask\n', 'lib/__init__.py': '', ...others('lib') });
    assert.notEqual(facts.framework, null);
  });
  it('the file of Bottle says nothing of what it could run on', () => {
    const bottle = 'from tornado.ioloop import IOLoop\n';
    assert.equal(detect({ 'requirements.txt': 'x\n', 'shop/bottle.py': bottle }).framework, null);
  });
  it('the longer of two programs is the program', () => {
    const files = {
      'requirements.txt': 'x\n',
      'Short.py': 'if __name__ == "__main__":\n    x()\n',
      'Shop.py': program,
    };
    assert.deepEqual(details(detect(files)).startWords, ['python', 'Shop.py']);
  });
});
