import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { open } from '@/app/test/open';
import { candidate, me } from '@/shared/test/cluster';
import { server } from '@/shared/test/server';
import { type Draft, emptyDraft, newNic } from './draft';
import { keep } from './test/wizard';

const draft: Draft = {
  ...emptyDraft(),
  type: 'lxc',
  node: 'pve1',
  template: 'local:vztmpl/debian-13.tar.zst',
  name: 'web-1',
  disk: '8',
  vmid: '1044',
  storage: 'local-lvm',
  nics: [newNic('vmbr1')],
};
const bridge = (iface: string) => ({ iface, type: 'bridge', active: true, comments: '', vlan_aware: true });
const storage = (name: string) => ({
  storage: name,
  type: 'lvmthin',
  content: 'images,rootdir',
  avail: 2 ** 36,
  total: 2 ** 37,
  used: 2 ** 36,
  enabled: true,
  active: true,
  shared: false,
});

beforeEach(() => {
  keep(draft);
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

const options = (select: HTMLElement) =>
  within(select)
    .getAllByRole<HTMLOptionElement>('option')
    .flatMap(({ value }) => (value ? [value] : []));

test('only bridges and storages that one may use are offered, and the VLANs are named', async () => {
  open('/provision?step=4');

  await screen.findByRole('option', { name: 'vmbr1' });
  expect(options(screen.getByLabelText(/^Bridge/))).toEqual(['vmbr1']);
  expect(options(screen.getByLabelText(/^Storage/))).toEqual(['local-lvm']);
  expect(screen.getByLabelText('VLAN')).toHaveAccessibleDescription('You may use untagged, 100-199.');
  expect(screen.getByText('Not yours to use: vmbr0, blue. Administrators say which bridges a team may use.')).toBeVisible();
  expect(screen.getByLabelText(/^Storage/)).toHaveAccessibleDescription('Not yours to use: fast. Administrators say which storages a team may use.');
});

test('a copy of what lies elsewhere goes in full to a storage of one’s own', async () => {
  keep({ ...draft, type: 'vm', source: 'clone', template: '9000', storage: '', nics: [newNic('vmbr1')] });
  server.use(
    http.get('*/api/proxmox/placement', () =>
      HttpResponse.json({ nodes: [candidate('pve1', { storage: 'local-lvm' })], choice: { node: 'pve1', reason: 'pve1 is the only node that can take it.' } }),
    ),
  );
  open('/provision?step=4');

  await waitFor(() => expect(screen.getByLabelText(/^Storage/)).toHaveValue('local-lvm'));
  expect(screen.queryByRole('option', { name: 'Where the template is' })).not.toBeInTheDocument();
  expect(screen.getByRole('option', { name: /^Linked/ })).toBeDisabled();
});

test('a team has what is its own', async () => {
  keep({ ...draft, team: 'red', nics: [newNic('blue')] });
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
