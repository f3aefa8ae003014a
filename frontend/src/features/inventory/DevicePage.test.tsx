import { screen, within } from '@testing-library/react';
import { http } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import type { DevicePage } from '@/shared/api/types';
import { problem } from '@/shared/test/cluster';
import { refuse, server } from '@/shared/test/server';
import { address, device, rows, serveNetBox } from './test/netbox';

let page: DevicePage;

beforeEach(() => {
  page = {
    device: device({ serial: 'AB123', tags: [{ id: 1, name: 'lab', slug: 'lab' }] }),
    interfaces: [
      {
        id: 31,
        name: 'xe-0/0/1',
        type: '10GBASE-X-SFPP',
        enabled: true,
        mgmt_only: false,
        mtu: 9100,
        mac_address: '00:11:22:33:44:55',
        mode: 'Tagged',
        untagged_vlan: null,
        tagged_vlans: ['110', '120'],
        lag: 'ae0',
        description: 'uplink',
        tags: [],
        addresses: [address()],
      },
    ],
    config_context: { ntp_servers: ['10.0.0.1'] },
    url: 'https://netbox.example/dcim/devices/12/',
  };
  serveNetBox();
  server.use(http.get('*/api/inventory/devices/12', () => rows(page)));
});

test('a device shows its facts, its interfaces with their addresses, and the config context', async () => {
  open('/inventory/devices/12');
  const interfaces = await screen.findByRole('table', { name: 'Interfaces' });

  expect(screen.getByRole('heading', { level: 1, name: 'fra1-leaf01' })).toBeVisible();
  expect(screen.getByRole('table', { name: 'Facts' })).toHaveTextContent(/FRA1.*AB123.*lab/);
  const row = within(interfaces).getByRole('row', { name: /xe-0\/0\/1/ });
  expect(row).toHaveTextContent(/in ae0.*Enabled.*MTU 9100.*tagged 110, 120.*uplink/);
  expect(within(row).getByRole('link', { name: '10.10.0.10/24' })).toHaveAttribute('href', '/inventory/prefixes/4?ip=10.10.0.10');
  expect(screen.getByLabelText('Config context', { selector: 'pre' })).toHaveTextContent('"ntp_servers": [ "10.0.0.1" ]');
  expect(screen.getByRole('link', { name: 'Open NetBox' })).toHaveAttribute('href', 'https://netbox.example/dcim/devices/12/');
  await expectAccessible();
});

test('a config context that NetBox did not say is not shown as an empty one', async () => {
  page = { ...page, config_context: null };
  const { unmount } = open('/inventory/devices/12');
  expect(await screen.findByText('NetBox did not say what the config context is.')).toBeVisible();
  unmount();

  page = { ...page, config_context: {} };
  open('/inventory/devices/12');
  expect(await screen.findByText('The config context is empty.')).toBeVisible();
});

test('a device that is not there says so', async () => {
  server.use(
    http.get('*/api/inventory/devices/12', () =>
      refuse(problem({ type: 'urn:direttore:problem:not-found', title: 'Not found', status: 404, detail: 'device 12' })),
    ),
  );
  open('/inventory/devices/12');

  expect(await screen.findByRole('heading', { name: 'NetBox has no such device' })).toBeVisible();
});
