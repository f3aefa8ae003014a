import { expect, test } from 'vitest';
import { ownPath } from './ownPath';

test.each(['/', '/resources?q=node%3Apve1&sort=-name', '/guests/pve1/vms/104/snapshots#now', '/people/ana?vmid=104'])('%s is one of ours', (path) => {
  expect(ownPath(path)).toBe(path);
});

test.each([
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/.//evil.example',
  '/x/..//evil.example',
  'javascript:alert(1)',
  'resources',
  '',
  '/sign-in?return=/',
  '/welcome#token',
])('%j leads to the first page', (path) => {
  expect(ownPath(path)).toBe('/');
});
