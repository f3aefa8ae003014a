import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const folder = 'dist/docs-assets';
const files = readdirSync(folder).filter((name) => /\.(js|css)$/.test(name));

test('holds the viewers that the pages load', () => {
  for (const name of ['swagger-ui.css', 'swagger-ui-bundle.js', 'redoc.standalone.js']) {
    assert.ok(files.includes(name), `${name} is missing`);
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
