import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import { node } from '@/features/reservations/test/made';
import type { NewPool, NewReservation, Pool } from '@/shared/api/types';
import { me, problem } from '@/shared/test/cluster';
import { server } from '@/shared/test/server';

const lab: Pool = { id: 7, name: 'lab-a', proxmox_node: 'pve1', max_vms: 10, max_lxc: 20 };

function serve(rights: ReturnType<typeof me>['rights']) {
  const pools: Pool[] = [];
  server.use(
    http.get('*/api/session', () => HttpResponse.json(me({ rights: [...me().rights, ...rights] }))),
    http.get('*/api/reservations', () => HttpResponse.json([])),
    http.get('*/api/resources', () =>
      HttpResponse.json([
        node(),
        ...pools.map(({ id, name, max_vms, max_lxc }) => node({ id, kind: 'pool', name, cores: null, memory: null, node: 'pve1', vms: max_vms, lxc: max_lxc })),
      ]),
    ),
    http.get('*/api/pools', () => HttpResponse.json(pools)),
    http.post('*/api/pools', async ({ request }) => {
      const { name, proxmox_node, max_vms, max_lxc } = (await request.json()) as NewPool;
      pools.push({ ...lab, name, proxmox_node, max_vms: max_vms ?? 10, max_lxc: max_lxc ?? 20 });
      return HttpResponse.json(pools[0], { status: 201 });
    }),
    http.patch('*/api/pools/:id', async ({ request }) => {
      Object.assign(pools[0] ?? {}, await request.json());
      return HttpResponse.json(pools[0]);
    }),
    http.delete('*/api/pools/:id', () => {
      pools.pop();
      return new HttpResponse(null, { status: 204 });
    }),
  );
  return pools;
}

test('operators make, change and remove pools where their lanes are', async () => {
  const pools = serve(['book', 'manage-resources']);
  const { user } = open('/reservations?view=lanes&by=pool');
  await user.click(await screen.findByRole('button', { name: 'Pools' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Pools' }));
  expect(await dialog.findByText('No pools yet')).toBeVisible();
  await user.type(dialog.getByRole('textbox', { name: 'Name' }), 'lab-a');
  await user.selectOptions(dialog.getByLabelText(/^Node/), 'pve1');
  await user.click(dialog.getByRole('button', { name: 'Make pool' }));

  expect(await dialog.findByText('pve1: 10 VMs, 20 containers')).toBeVisible();
  await expectAccessible();
  await user.click(dialog.getByRole('button', { name: 'Change lab-a' }));
  await user.clear(dialog.getByRole('textbox', { name: 'VMs at most' }));
  await user.type(dialog.getByRole('textbox', { name: 'VMs at most' }), '1');
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await dialog.findByText('pve1: 1 VM, 20 containers')).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Remove lab-a' }));
  await user.click(within(screen.getByRole('dialog', { name: 'Remove lab-a?' })).getByRole('button', { name: 'Remove' }));
  await waitFor(() => expect(dialog.getByText('No pools yet')).toBeVisible());
  expect(pools).toEqual([]);
});

test('whoever is no operator sees the pools’ lanes and cannot make any', async () => {
  serve(['book']).push(lab);
  open('/reservations?view=lanes&by=pool');

  expect(await screen.findByRole('button', { name: 'Pools' })).toHaveAttribute('aria-disabled', 'true');
  expect(await screen.findByRole('listitem', { name: 'pool lab-a' })).toBeVisible();
});

test('addresses and guests of a pool are reserved beside, and what is wrong goes to its field', async () => {
  serve(['book']).push(lab);
  const sent: NewReservation[] = [];
  server.use(
    http.post('*/api/reservations', async ({ request }) => {
      sent.push((await request.json()) as NewReservation);
      const refusal = {
        type: 'urn:direttore:problem:invalid',
        status: 400,
        field: 'claims[0].addresses',
        errors: [{ field: 'claims[0].addresses', detail: 'must be addresses' }],
      };
      return HttpResponse.json(problem(refusal), { status: 400, headers: { 'Content-Type': 'application/problem+json' } });
    }),
  );
  const { user } = open('/reservations?view=list&book=yes');
  const dialog = within(await screen.findByRole('dialog', { name: 'New reservation' }));
  await user.type(dialog.getByRole('textbox', { name: /^Title/ }), 'Lab');
  await user.selectOptions(dialog.getByLabelText(/^Reserve/), 'entry');
  await user.type(dialog.getByRole('textbox', { name: 'Addresses' }), '10.20.0.9-');
  await user.selectOptions(dialog.getByLabelText('Guests of a pool'), 'lab-a');
  await user.click(dialog.getByRole('button', { name: 'Reserve' }));

  expect(await dialog.findByText(/must be addresses/i)).toBeVisible();
  expect(sent[0]?.claims).toEqual([{ addresses: '10.20.0.9-' }, { pool: 'lab-a', vms: 1, lxc: 0 }]);
});
