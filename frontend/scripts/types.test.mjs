import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currentTypes, keptTypes } from './types.mjs';

test('the types in src/shared/api are those of the contract', async () => {
  assert.ok((await currentTypes()) === keptTypes(), 'src/shared/api/schema.d.ts is stale: run "npm run api"');
});
