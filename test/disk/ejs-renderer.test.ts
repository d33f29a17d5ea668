import assert from 'node:assert/strict';
import fc from 'fast-check';
import { InputError } from '../../src/errors.js';
import { renderTemplate } from '../../src/render/ejs-renderer.js';
import { builtIn } from '../../src/render/template-roots.js';
import { inputError } from './input-error.js';
import { temporaryProject, type TemporaryProject } from './temporary-project.js';

describe('renderTemplate', () => {
  let project: TemporaryProject;
  beforeEach(() => {
    project = temporaryProject();
  });
  afterEach(() => project.remove());

  const roots = () => [
    { folder: project.at('acme'), origin: '--templates ./acme' },
    { folder: project.at('own'), origin: builtIn },
  ];
  const render = (template: string, data: object = {}) => renderTemplate(template, data, roots());
  const renderText = (text: string, data: object = {}) => {
    project.put('own/t.ejs', text);
    return render('t.ejs', data);
  };
  const broken = (text: string, data: object = {}) =>
    inputError('broken-template', () => renderText(text, data));

  describe('finds templates', () => {
    it('in the first root that has one', () => {
      project.put('own/a.ejs', 'own\n');
      project.put('own/b.ejs', 'own\n');
      project.put('acme/a.ejs', 'acme\n');
      assert.deepEqual([render('a.ejs'), render('b.ejs')], ['acme\n', 'own\n']);
    });

    it('included from the root, overrides seen, with data and more', () => {
      project.put('own/a.ejs', "<%- include('/parts/b.ejs', { more: 2 }) -%>\nend\n");
      project.put('own/parts/b.ejs', 'own\n');
      project.put('acme/parts/b.ejs', 'acme <%= first %> <%= more %>\n');
      assert.equal(render('a.ejs', { first: 1 }), 'acme 1 2\nend\n');
    });

    for (const template of ['nowhere.ejs', '../secret', '/etc/passwd', 'a/../../b', '', '..', 'a\\b']) {
      it(`never at ${JSON.stringify(template)}`, () => {
        project.put('secret', 'x\n');
        const error = inputError('no-such-template', () => render(template));
        assert.ok(error.hint.includes(project.at('own')));
      });
    }
  });

  describe('includes', () => {
    const cases: [what: string, text: string, message: RegExp][] = [
      [
        'relative',
        "a\n<%- include('./parts/b.ejs') %>\n",
        /t\.ejs:2: .*relative: write include\('\/parts\/b\.ejs'\)/,
      ],
      ['bare', "<%- include('b.ejs') %>\n", /write include\('\/b\.ejs'\)/],
      ['missing', "<%- include('/b.ejs') %>\n", /include\('\/b\.ejs'\): there is no such template/],
      ['leading out', "<%- include('/../secret') %>\n", /there is no such template/],
      ['no name', '<%- include(1) %>\n', /is relative/],
      ['circular', "<%- include('/t.ejs') %>\n", /this template includes itself/],
    ];
    for (const [what, text, message] of cases) {
      it(`refuses one that is ${what}`, () => {
        project.put('secret', 'x\n');
        assert.match(broken(text).message, message);
      });
    }

    it('names the included template where that is broken', () => {
      project.put('own/a.ejs', "\n\n<%- include('/b.ejs') -%>\n");
      project.put('own/b.ejs', 'ok\n<%= nothing %>\n');
      const { message } = inputError('broken-template', () => render('a.ejs'));
      assert.equal(
        message,
        `broken template (built in), ${project.at('own/b.ejs')}:2: nothing is not defined`,
      );
    });
  });

  it('passes a fault of ours through the templates that include one another', () => {
    project.put('own/a.ejs', "<%- include('/b.ejs', { 'no name': 1 }) -%>\n");
    project.put('own/b.ejs', 'b\n');
    assert.throws(() => render('a.ejs'), /can't be named "no name"/);
  });

  describe('<%- prints', () => {
    it('an include', () => {
      project.put('own/b.ejs', 'b\n');
      assert.equal(
        renderText("<%- include('/b.ejs') -%>\n<%-include(`/${name(1)}.ejs`);-%>\n", { name: () => 'b' }),
        'b\nb\n',
      );
    });

    for (const code of [
      'value',
      "include('/b.ejs') + value",
      'value, include("/b.ejs")',
      'includes(value)',
      '',
    ]) {
      it(`not ${code || 'nothing'}`, () => {
        project.put('own/b.ejs', 'b\n');
        assert.match(
          broken(`a\n\n<%- ${code} %>\n`, { value: 'x' }).message,
          /t\.ejs:3: .*only include\('\/…'\) may be printed/,
        );
      });
    }
  });

  describe('prints by <%=', () => {
    for (const value of [
      'text',
      'a<b&"c"\'',
      '${x} $(y) `z`',
      '<%= x %>',
      '',
      0,
      -1.5,
      true,
      false,
      'ü 名',
    ]) {
      it(JSON.stringify(value), () =>
        assert.equal(renderText('[<%= value %>]\n', { value }), `[${value}]\n`),
      );
    }

    const values: [what: string, value: unknown][] = [
      ['undefined', undefined],
      ['null', null],
      ['NaN', Number.NaN],
      ['a list', ['a']],
      ['of type object', { toString: () => 'x' }],
      ['of type function', () => 'x'],
      ['of type symbol', Symbol('x')],
    ];
    for (const [what, value] of values) {
      it(`never what is ${what}`, () => {
        const { message, hint } = broken('a\n<%= value %>\n', { value });
        assert.ok(message.includes(`t.ejs:2: a value is ${what},`), message);
        assert.match(hint, /^2\| <%= value %>$/m);
      });
    }

    it('no value that is more than one line, or a part of a terminal or text trick', () => {
      const bad = fc.constantFrom(
        ...'\n\r\u2028\u2029\u0085\0\u001b\u007f\u009b\t\v\f\u202e\u2066\ufeff',
        '\ud800',
      );
      fc.assert(
        fc.property(fc.string(), bad, fc.string(), (before, character, after) => {
          const value = `${before}${character}${after}`;
          assert.throws(() => renderText('RUN <%= value %>!\n', { value }), InputError);
        }),
      );
    });

    it('any other value as it is, on its one line', () => {
      const line = fc
        .string({ unit: 'binary' })
        .filter((text) => !/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069\ufeff]/u.test(text));
      fc.assert(
        fc.property(line, (value) =>
          assert.equal(renderText('RUN <%= value %>!\nUSER 1\n', { value }), `RUN ${value}!\nUSER 1\n`),
        ),
      );
    });
  });

  describe('data', () => {
    it('is its own properties: prototypes bring nothing', () => {
      const inherited = Object.create({ secret: 'x' });
      assert.match(broken('<%= secret %>\n', inherited).message, /secret is not defined/);
      const parsed = JSON.parse('{ "__proto__": { "secret": "x" }, "a": 1 }');
      assert.throws(() => renderText('<%= secret %>\n', parsed), /can't be named "__proto__"/);
    });

    for (const name of [
      'include',
      'escapeFn',
      'locals',
      'rethrow',
      '__append',
      '__output',
      'a b',
      'a;b',
      '1',
    ]) {
      it(`can not be named ${name}`, () =>
        assert.throws(() => renderText('x\n', { [name]: 1 }), /can't be named/));
    }

    it('may differ from one rendering to the next', () => {
      assert.equal(renderText('<%= a %>\n', { a: 1 }), '1\n');
      assert.equal(render('t.ejs', { a: 2, b: 3 }), '2\n');
      assert.match(
        inputError('broken-template', () => render('t.ejs', { b: 3 })).message,
        /a is not defined/,
      );
    });
  });

  describe('control lines', () => {
    it('vanish with their line', () => {
      const text =
        'a\n<%_ for (const x of xs) { _%>\n  <%_ if (x > 1) { _%>\nx<%= x %>\n  <%_ } _%>\n<%_ } _%>\n<%# why _%>\nb\n';
      assert.equal(renderText(text, { xs: [1, 2, 3] }), 'a\nx2\nx3\nb\n');
    });

    it('work in a template with CRLF and a byte order mark', () => {
      assert.equal(renderText('\ufeffa\r\n<%_ if (true) { _%>\r\nb\r\n<%_ } _%>\r\n'), 'a\nb\n');
    });

    it('leave EJS its escapes', () => assert.equal(renderText('<%% a %%>\n'), '<% a %>\n'));
  });

  describe('a broken template', () => {
    const cases: [what: string, text: string, line: number, message: RegExp][] = [
      ['an unknown name', 'a\nb\n<%= foo %>\n', 3, /foo is not defined/],
      ['a property of nothing', '<%= a.b.c %>\n', 1, /Cannot read properties of undefined/],
      ['wrong code', 'a\n<%_ if (true { _%>\nb\n<%_ } _%>\n', 2, /Unexpected token/],
      ['wrong code in a value', 'a\n\nb\n<%= 1 + %>\n', 4, /Unexpected token/],
      ['a tag that is not closed', 'a\n<%= b\nc\n', 2, /<%= is not closed/],
      ['a tag in a tag', 'a\n<%= b\n<%= c %>\n', 2, /<%= is not closed before <%=/],
      ['a tag that closes nothing', 'a\nb %>\n', 2, /%> closes nothing/],
    ];
    for (const [what, text, line, message] of cases) {
      it(`is told with file and line: ${what}`, () => {
        const error = broken(text, { a: {} });
        assert.ok(
          error.message.startsWith(`broken template (built in), ${project.at('own/t.ejs')}:${line}: `),
          error.message,
        );
        assert.match(error.message, message);
      });
    }

    it('names the overlay, and the built-in template where there is one', () => {
      const original = project.put('own/a.ejs', 'x\n');
      project.put('acme/a.ejs', '<%= foo %>\n');
      project.put('acme/b.ejs', '<%= foo %>\n');
      const [a, b] = ['a.ejs', 'b.ejs'].map((template) =>
        inputError('broken-template', () => render(template)),
      );
      assert.ok(
        a!.message.startsWith(`broken template (--templates ./acme), ${project.at('acme/a.ejs')}:1:`),
      );
      assert.equal(a!.hint, `1| <%= foo %>\ncompare with the built-in template: ${original}`);
      assert.equal(b!.hint, '1| <%= foo %>');
    });

    it('that throws something strange is told all the same', () => {
      assert.match(
        broken('<%_ throw new Error("a\\n\\nb\\u001b") _%>\n').message,
        /t\.ejs:1: a<U\+000A><U\+000A>b<U\+001B>$/,
      );
    });
  });

  describe('lines', () => {
    const untidy: [text: string, tidy: string][] = [
      ['a', 'a\n'],
      ['a\n\n', 'a\n'],
      ['a \n', 'a\n'],
      ['a\t\n \nb\n', 'a\n\nb\n'],
      ['a\n\n\n\nb\n', 'a\n\n\nb\n'],
      ['a\rb\n', 'a\nb\n'],
      ['', '\n'],
    ];
    for (const [text, tidy] of untidy) {
      it(`${JSON.stringify(text)} is a fault of a built-in template, and tidied in an overlay`, () => {
        assert.throws(
          () => renderText(text),
          (error) => error instanceof Error && !(error instanceof InputError),
        );
        project.put('acme/t.ejs', text);
        assert.equal(render('t.ejs'), tidy);
      });
    }

    it('two empty lines in a row are fine', () => assert.equal(renderText('a\n\n\nb\n'), 'a\n\n\nb\n'));
  });
});
