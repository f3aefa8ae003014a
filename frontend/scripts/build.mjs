// Builds everything that the program serves into dist.
import { rmSync, writeFileSync } from 'node:fs';
import { build } from 'vite';
import { compress } from './compress.mjs';
import { overweight, sizes } from './size.mjs';

rmSync('dist', { recursive: true, force: true });
await build({ logLevel: 'warn' });
await import('./docs-assets.mjs');
await compress('dist/assets');

const measured = sizes('dist');
for (const { name, script, style } of measured) {
  console.log(`${script.toFixed(1).padStart(7)} kB script ${style.toFixed(1).padStart(6)} kB style  ${name}`);
}
const faults = overweight(measured);
if (faults.length > 0) {
  throw new Error(faults.join('\n'));
}

// Last, for the build: newer than every source means that there is nothing to do.
writeFileSync('dist/built', '');
