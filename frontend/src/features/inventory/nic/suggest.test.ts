import { expect, test } from 'vitest';
import type { Network } from '@/shared/api/types';
import type { NicVlan } from './held';
import { suggested } from './suggest';

const vlan = (change: Partial<NicVlan> = {}): NicVlan => ({ id: 7, vid: 130, name: 'lab', site: 'FRA1', group: null, prefixes: [], ...change });
const bridge = (iface: string, comments = '', aware = true, active = true): Network => ({ iface, comments, vlan_aware: aware, active, type: 'bridge' });

test.each([
  ['a bridge of its number, untagged', [bridge('vmbr0'), bridge('vmbr130', '', false)], { bridge: 'vmbr130', vlan: '', why: 'number' }],
  ['a VNet of its name, untagged', [bridge('vmbr0'), bridge('lab', '', false)], { bridge: 'lab', vlan: '', why: 'name' }],
  ['a trunk whose note has its name, tagged', [bridge('vmbr0', 'Campus'), bridge('vmbr1', 'Lab VLANs')], { bridge: 'vmbr1', vlan: '130', why: 'name' }],
  ['of two with its name the one at its site', [bridge('vmbr0', 'lab VIE1'), bridge('vmbr1', 'lab FRA1')], { bridge: 'vmbr1', vlan: '130', why: 'name' }],
  ['a trunk of its site', [bridge('vmbr0', 'VIE1'), bridge('vmbr1', 'trunk to FRA1')], { bridge: 'vmbr1', vlan: '130', why: 'site' }],
  ['the chosen trunk', [bridge('vmbr0'), bridge('vmbr1')], { bridge: 'vmbr0', vlan: '130', why: 'carries' }],
  ['the only trunk', [bridge('vmbr0', '', false), bridge('vmbr1')], { bridge: 'vmbr1', vlan: '130', why: 'carries' }],
  ['none where none carries VLANs', [bridge('vmbr0', 'Host only', false)], null],
  ['none that is down', [bridge('vmbr1', 'lab', true, false)], null],
  ['none for a number within another', [bridge('vmbr1300', '', false)], null],
])('suggests %s', (_, bridges, wanted) => {
  expect(suggested(vlan(), bridges, 'vmbr0')).toEqual(wanted);
});

test('takes none of two trunks where neither is chosen, nor a site that nobody knows', () => {
  expect(suggested(vlan({ site: null }), [bridge('vmbr1'), bridge('vmbr2')], 'vmbr0')).toBeNull();
});
