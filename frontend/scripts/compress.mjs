// Writes a Brotli and a gzip twin beside each file that shrinks.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);
const shrinks = /\.(js|css|svg|json|txt|map)$/;

export async function compress(folder) {
  const names = (await readdir(folder)).filter((name) => shrinks.test(name));
  await Promise.all(names.map((name) => twins(join(folder, name))));
}

async function twins(file) {
  const plain = await readFile(file);
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } };
  const [br, gz] = await Promise.all([asBrotli(plain, options), asGzip(plain, { level: 9 })]);
  await Promise.all([...(br.length < plain.length ? [writeFile(`${file}.br`, br)] : []), ...(gz.length < plain.length ? [writeFile(`${file}.gz`, gz)] : [])]);
}
