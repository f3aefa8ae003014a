import { expect, test } from 'vitest';
import { changes } from './changes';

test('only what differs is told, down to the leaf', () => {
  const before = { display: 'Ana', disabled: false, grants: [{ role: 'user', scope: 'everywhere', value: null }] };
  const after = { display: 'Ana', disabled: true, grants: [{ role: 'admin', scope: 'everywhere', value: null }], teams: ['networks'] };

  expect(changes(before, after)).toEqual([
    { path: 'disabled', before: 'false', after: 'true' },
    { path: 'grants.0.role', before: 'user', after: 'admin' },
    { path: 'teams.0', before: null, after: 'networks' },
  ]);
});

test.each([
  [null, { name: 'lab' }, [{ path: 'name', before: null, after: 'lab' }]],
  [{ name: 'lab' }, null, [{ path: 'name', before: 'lab', after: null }]],
  [null, null, []],
  ['on', 'off', [{ path: '', before: 'on', after: 'off' }]],
  [{ list: [] }, { list: ['a'] }, [{ path: 'list.0', before: null, after: 'a' }]],
])('%j becomes %j', (before, after, expected) => {
  expect(changes(before, after)).toEqual(expected);
});
