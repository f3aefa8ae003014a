import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { test } from 'node:test';
import { overweight, sizes } from './size.mjs';

test('the built pages are within their weight', () => {
  assert.deepEqual(overweight(sizes('dist')), []);
});

test('a heavy shell and a heavy page are named', () => {
  const measured = [
    { name: 'shell', script: 190.1, style: 9 },
    { name: 'page', script: 130.1, style: 0 },
    { name: 'light', script: 130, style: 0 },
  ];

  assert.deepEqual(overweight(measured), ['shell is 190.1 kB of script, more than 190 kB', 'page is 130.1 kB of script, more than 130 kB']);
});

test('every script and style that shrinks has its compressed twins', () => {
  const files = readdirSync('dist/assets');
  const large = files.filter((file) => /\.(js|css)$/.test(file) && statSync(`dist/assets/${file}`).size > 1024);
  assert.ok(large.length > 5);
  for (const name of large) {
    assert.ok(files.includes(`${name}.br`), `${name}.br is missing`);
    assert.ok(files.includes(`${name}.gz`), `${name}.gz is missing`);
  }
});
