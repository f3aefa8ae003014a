// Writes the API's types from its contract, or with --check says whether those in src/shared/api are current.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTypes, { astToString } from 'openapi-typescript';
import { joinedContract } from './contract.mjs';

const here = new URL('.', import.meta.url);
const target = new URL('../src/shared/api/schema.d.ts', here);

// What has a default may be left out of a request.
export async function currentTypes() {
  return `// Written by "npm run api" from the parts of openapi.yaml.\n${astToString(await openapiTypes(joinedContract(), { alphabetize: true, defaultNonNullable: false }))}`;
}

export function keptTypes() {
  return readFileSync(target, 'utf8');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(target, await currentTypes());
}
