import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { me } from '@/test/cluster';
import { open } from '@/test/open';
import { server } from '@/test/server';
import { emptyDraft, keepDraft, newNic, type Draft } from './draft';

const draft: Draft = { ...emptyDraft(), type: 'lxc', node: 'pve1', template: 'local:vztmpl/debian-13.tar.zst', name: 'web-1', disk: '8', vmid: '1044', storage: 'local-lvm', nics: [newNic('vmbr1')] };
const bridge = (iface: string) => ({ iface, type: 'bridge', active: true, comments: '', vlan_aware: true });
const storage = (name: string) => ({ storage: name, type: 'lvmthin', content: 'images,rootdir', avail: 2 ** 36, total: 2 ** 37, used: 2 ** 36, enabled: true, active: true, shared: false });

beforeEach(() => {
  keepDraft(draft);
  server.use(
    http.get('*/api/session', () => HttpResponse.json(me({ teams: ['red'] }))),
    http.get('*/api/proxmox/vmids/next', () => HttpResponse.json({ vmid: 1044 })),
    http.get('*/api/proxmox/vmids/:vmid', () => HttpResponse.json({ vmid: 1044, free: true, reason: null })),
    http.get('*/api/proxmox/nodes/:node/networks', () => HttpResponse.json(['vmbr0', 'vmbr1', 'blue'].map(bridge))),
    http.get('*/api/proxmox/nodes/:node/storage', () => HttpResponse.json(['local-lvm', 'fast'].map(storage))),
    http.get('*/api/me/allowance', () =>
      HttpResponse.json({
        operator: false,
        own: { bridges: ['vmbr1'], vlans: ['untagged', '100-199'], storages: ['local-lvm'] },
        teams: [{ team: 'red', own: true, allowance: { bridges: ['blue'], vlans: null, storages: null } }],
      }),
    ),
  );
});

const options = (select: HTMLElement) => within(select).getAllByRole<HTMLOptionElement>('option').flatMap(({ value }) => (value ? [value] : []));

test('only bridges and storages that one may use are offered, and the VLANs are named', async () => {
  open('/provision?step=4');

  await screen.findByRole('option', { name: 'vmbr1' });
  expect(options(screen.getByLabelText(/^Bridge/))).toEqual(['vmbr1']);
  expect(options(screen.getByLabelText(/^Storage/))).toEqual(['local-lvm']);
  expect(screen.getByLabelText('VLAN')).toHaveAccessibleDescription('You may use untagged, 100-199.');
});

test('a team has what is its own', async () => {
  keepDraft({ ...draft, team: 'red', nics: [newNic('blue')] });
  open('/provision?step=4');

  await screen.findByRole('option', { name: 'blue' });
  expect(options(screen.getByLabelText(/^Bridge/))).toEqual(['blue']);
  expect(options(screen.getByLabelText(/^Storage/))).toEqual(['local-lvm', 'fast']);
});

test('privileged containers are for operators', async () => {
  open('/provision?step=3');

  expect(await screen.findByText('Privileged containers are for operators.')).toBeVisible();
  expect(screen.getByLabelText(/^Unprivileged/)).toBeDisabled();
});
