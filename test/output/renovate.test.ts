import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import * as prettier from 'prettier';
import { parseJson5 } from '../../src/reconcile/json5.js';
import { distinct, isRenovate, outputs } from './golden-outputs.js';
import { pending } from './pending.js';
import { compiledSchema, schemaFolder } from './schemas.js';

const files = distinct(outputs(isRenovate));

describe("every generated file of Renovate's settings", () => {
  it('is there to be looked at', () => assert.ok(files.length >= 4));

  for (const { golden, path: file, text } of files)
    it(`${golden.name}/${file} is stable under prettier`, async () => {
      const options = {
        parser: file.endsWith('5') ? 'json5' : 'json',
        singleQuote: true,
        quoteProps: 'preserve',
      };
      assert.equal(await prettier.format(text, options as prettier.Options), text);
    });

  it("is taken by Renovate's schema", function () {
    const place = path.join(schemaFolder, 'renovate-43.json');
    if (!existsSync(place)) pending(this, `no ${place}: name the folder with BASEIMAGE_SCHEMAS`);
    const validate = compiledSchema(place);
    for (const { golden, text } of files)
      assert.ok(validate(parseJson5(text).value), `${golden.name}: ${JSON.stringify(validate.errors)}`);
  });
});
