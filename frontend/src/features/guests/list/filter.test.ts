import { expect, test } from 'vitest';
import { guest } from '@/shared/test/cluster';
import { filterOf } from './filter';

const all = [
  guest({ vmid: 100, name: 'web-1', node: 'pve1', tags: ['lab', 'red'] }),
  guest({ vmid: 101, name: 'web-2', node: 'pve2', status: 'stopped', tags: [] }),
  guest({ vmid: 2100, name: 'dns', node: 'pve2', type: 'lxc', lock: 'backup' }),
  guest({ vmid: 900, name: 'cloud base', template: true, status: 'stopped' }),
];
const found = (query: string) => all.filter(filterOf(query)).map(({ vmid }) => vmid);

test.each([
  ['', [100, 101, 2100, 900]],
  ['web', [100, 101]],
  ['WEB node:pve2', [101]],
  ['10', [100, 101]],
  ['status:running', [100, 2100]],
  ['status:run', [100, 2100]],
  ['status:locked', [2100]],
  ['type:lxc', [2100]],
  ['type:vm', [100, 101, 900]],
  ['type:template', [900]],
  ['tag:red', [100]],
  ['red', [100]],
  ['name:dns', [2100]],
  ['vmid:100', [100]],
  ['vmid:100,101', [100, 101]],
  ['-type:lxc -web', [900]],
  ['"cloud base"', [900]],
  ['name:"cloud base"', [900]],
  ['node:', [100, 101, 2100, 900]],
  ['colour:red', []],
])('%s', (query, vmids) => {
  expect(found(query)).toEqual(vmids);
});
