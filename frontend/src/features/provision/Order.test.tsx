import { act, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import { whoIsAway } from '@/shared/api/availability';
import { ask } from '@/shared/api/useRecovery';
import { accepted } from '@/shared/test/cluster';
import { server } from '@/shared/test/server';
import { type Draft } from './draft';
import { asked, clone, container, draftKept, field, fill, heading, kept, next, sent, serveWizard, ubuntu } from './test/wizard';

beforeEach(serveWizard);

/** The wizard with a draft that the browser kept, at a step. */
const at = (step: number, draft: Draft) => open(kept(step, draft));

test('orders a VM with two network cards as the review shows it', async () => {
  const { user, router } = at(3, { ...clone, name: '' });
  await heading('Step 3 of 6: Resources');
  fill(field('Name'), 'web-2');
  fill(field('Grow the disk to (GiB)'), '20');
  fill(field('User'), 'ana');
  fill(screen.getByLabelText('Password'), 'correct horse');
  await user.click(next());
  const net0 = await screen.findByRole('group', { name: 'net0' });
  await user.selectOptions(within(net0).getByLabelText('IPv4'), 'static');
  fill(within(net0).getByLabelText(/^IPv4 address/), '10.0.0.5/24');
  fill(within(net0).getByLabelText('IPv4 gateway'), '10.0.0.1');
  await user.click(screen.getByRole('button', { name: 'Add a network card' }));
  const net1 = await screen.findByRole('group', { name: 'net1' });
  await user.selectOptions(within(net1).getByLabelText(/^Bridge/), 'vmbr2');
  fill(within(net1).getByLabelText('VLAN'), '100');
  expect(within(net1).getByText('This bridge does not carry VLAN tags by itself.')).toBeVisible();
  await user.selectOptions(within(net1).getByLabelText('Model'), 'e1000');
  await user.selectOptions(within(net1).getByLabelText('IPv4'), 'none');
  await user.selectOptions(within(net1).getByLabelText('IPv6'), 'auto');
  fill(field('DNS servers'), '10.0.0.1 10.0.0.2');
  await user.click(next());
  await heading('Step 5 of 6: Review');
  const shown = screen.getAllByLabelText('The API call').at(-1)!;
  expect(shown).not.toHaveTextContent('correct horse');
  await expectAccessible();

  await user.click(screen.getByRole('button', { name: 'Create' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/operations/0198c0de-5b1c-7000-8000-000000000001'));

  const body = {
    name: 'web-2',
    vmid: 1044,
    cores: 2,
    memory: 2048,
    dns: ['10.0.0.1', '10.0.0.2'],
    start_after_create: true,
    clone_from: 9000,
    disk: '20G',
    user: 'ana',
    password: 'correct horse',
    nics: [
      { bridge: 'vmbr0', vlan: null, model: 'virtio', ip: '10.0.0.5/24', gw: '10.0.0.1', ip6: null },
      { bridge: 'vmbr2', vlan: 100, model: 'e1000', ip: null, ip6: 'auto' },
    ],
  };
  expect(sent).toEqual([
    { path: 'pve1/vms', check: true, body },
    { path: 'pve1/vms', check: false, body },
  ]);
  expect(draftKept().name).toBe('');
});

test('a VM is made with nothing in the drive, and says what will run inside', async () => {
  const { user } = at(2, { ...clone, source: 'iso', template: '', disk: '8', storage: 'local-lvm' });
  expect(await screen.findByText('The cluster has no ISO images')).toBeVisible();
  await user.click(await screen.findByRole('radio', { name: 'No image' }));
  await user.click(next());
  await heading('Step 3 of 6: Resources');
  await user.selectOptions(screen.getByLabelText('Operating system'), 'Windows 11, Server 2022 or 2025');
  await user.click(next());
  await screen.findByRole('group', { name: 'net0' });
  expect(asked.at(-1)).toBe('cores=2&memory=2048&disk=8G&start=true');
  await user.click(next());
  await heading('Step 5 of 6: Review');
  expect(screen.getByRole('button', { name: /^Image: No image/ })).toBeVisible();
  expect(screen.getByRole('button', { name: /^Operating system: Windows 11/ })).toBeVisible();

  await user.click(screen.getByRole('button', { name: 'Create' }));

  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]?.body).toEqual({
    name: 'web-1',
    vmid: 1044,
    cores: 2,
    memory: 2048,
    start_after_create: true,
    ostype: 'win11',
    disk: '8G',
    storage: 'local-lvm',
    nics: [{ bridge: 'vmbr0', vlan: null, model: 'virtio' }],
  });
});

test('orders a container as the review shows it', async () => {
  const { user } = at(4, { ...container, tags: ['lab'], note: 'for the exam', nesting: true, sshKeys: 'ssh-ed25519 AAAAC3Nz ana@lab' });
  const net0 = await screen.findByRole('group', { name: 'net0' });
  expect(within(net0).queryByLabelText('Model')).not.toBeInTheDocument();
  await user.click(next());
  await heading('Step 5 of 6: Review');
  const shown: unknown = JSON.parse(screen.getAllByLabelText('The API call').at(-1)!.textContent);

  await user.click(screen.getByRole('button', { name: 'Create' }));
  await waitFor(() => expect(sent).toHaveLength(2));

  expect(sent[1]).toEqual({
    path: 'pve1/lxc',
    check: false,
    body: {
      hostname: 'git-1',
      vmid: 1044,
      cores: 2,
      memory: 2048,
      ssh_keys: ['ssh-ed25519 AAAAC3Nz ana@lab'],
      description: 'for the exam',
      tags: ['lab'],
      start_after_create: true,
      swap: 512,
      storage: 'local-lvm',
      disk_size: 8,
      template: ubuntu,
      nics: [{ name: 'eth0', bridge: 'vmbr0', vlan: null, ip: 'dhcp', ip6: null }],
      unprivileged: true,
      features: { nesting: true },
    },
  });
  expect(sent[1]?.body).toEqual(shown);
});

test('an order that nobody answered is sent again under the same key', async () => {
  const keys: (string | null)[] = [];
  const { user } = at(4, { ...container });
  await screen.findByRole('group', { name: 'net0' });
  await user.click(next());
  await heading('Step 5 of 6: Review');
  server.use(
    http.post('*/api/proxmox/nodes/pve1/lxc', ({ request }) => {
      if (new URL(request.url).searchParams.get('check') === 'true') {
        return HttpResponse.json({ ok: true });
      }
      keys.push(request.headers.get('Idempotency-Key'));
      return keys.length === 1 ? HttpResponse.error() : HttpResponse.json(accepted({ kind: 'create-lxc' }), { status: 202 });
    }),
  );

  await user.click(screen.getByRole('button', { name: 'Create' }));
  await waitFor(() => expect(whoIsAway()?.party).toBe('direttore'));
  expect(await heading('Step 5 of 6: Review')).toBeVisible();
  await act(() => ask('direttore'));
  await user.click(screen.getByRole('button', { name: 'Create' }));

  await waitFor(() => expect(keys).toHaveLength(2));
  expect(keys[0]).toEqual(expect.any(String));
  expect(keys[1]).toBe(keys[0]);
});
