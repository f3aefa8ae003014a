// What a browser fetches for the shell, and for each page beside it: kB (1000 bytes) as gzip.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const MOST_SHELL = 190;
const MOST_PAGE = 130;

export function sizes(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'));
  const weight = (file) => gzipSync(readFileSync(join(folder, file))).length / 1000;
  const sum = (files) => [...new Set(files)].reduce((total, file) => total + weight(file), 0);
  const row = (name, keys) => ({
    name,
    script: sum(keys.map((key) => manifest[key].file).filter((file) => file.endsWith('.js'))),
    style: sum(keys.flatMap((key) => manifest[key].css ?? [])),
  });
  const shell = reached(manifest, 'index.html');
  const pages = Object.keys(manifest).filter((key) => manifest[key].isDynamicEntry);
  return [
    row('shell', [...shell]),
    ...pages.map((page) =>
      row(
        page,
        [...reached(manifest, page)].filter((key) => !shell.has(key)),
      ),
    ),
  ];
}

export function overweight(measured) {
  return measured.flatMap(({ name, script }) => {
    const most = name === 'shell' ? MOST_SHELL : MOST_PAGE;
    return script > most ? [`${name} is ${script.toFixed(1)} kB of script, more than ${most} kB`] : [];
  });
}

function reached(manifest, from, seen = new Set()) {
  if (!seen.has(from)) {
    seen.add(from);
    (manifest[from].imports ?? []).forEach((key) => reached(manifest, key, seen));
  }
  return seen;
}
