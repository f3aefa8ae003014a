import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { overweight, sizes } from './size.mjs';

test('the built pages are within their weight', () => {
  assert.deepEqual(overweight(sizes('dist')), []);
});

test('a heavy shell and a heavy page are named', () => {
  const measured = [{ name: 'shell', script: 200.1, style: 9 }, { name: 'page', script: 130.1, style: 0 }, { name: 'light', script: 130, style: 0 }];

  assert.deepEqual(overweight(measured), ['shell is 200.1 kB of script, more than 200 kB', 'page is 130.1 kB of script, more than 130 kB']);
});

test('every script and style has its compressed twins', () => {
  const files = readdirSync('dist/assets');
  for (const name of files.filter((file) => /\.(js|css)$/.test(file) )) {
    assert.ok(files.includes(`${name}.br`) || files.length === 0, `${name}.br is missing`);
  }
});
