import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const folder = 'dist/docs-assets';
const files = readdirSync(folder).filter((name) => /\.(html|js|css)$/.test(name));

test('pages name only files of their own', () => {
  const names = files
    .filter((name) => name.endsWith('.html'))
    .flatMap((name) => [...readFileSync(`${folder}/${name}`, 'utf8').matchAll(/(?:src|href)="([^"]*)"/g)])
    .map((match) => match[1])
    .filter((address) => address !== 'data:,');

  assert.ok(names.length > 0);
  for (const name of names) {
    assert.match(name, /^\/docs-assets\//);
    assert.ok(files.includes(name.slice('/docs-assets/'.length)), `${name} is missing`);
  }
});

test('nothing is fetched from a content network or a font service', () => {
  for (const name of files) {
    const text = readFileSync(`${folder}/${name}`, 'utf8');
    assert.doesNotMatch(text, /cdn\.redoc|fonts\.googleapis|fonts\.gstatic|unpkg\.com|jsdelivr|cloudflare/, name);
  }
});

test('style sheets hold their images themselves', () => {
  for (const name of files.filter((file) => file.endsWith('.css'))) {
    assert.doesNotMatch(readFileSync(`${folder}/${name}`, 'utf8'), /url\(["']?https?:|@import/, name);
  }
});
