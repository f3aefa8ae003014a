import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import type { Network, Placement, Problem, Storage, Template } from '@/shared/api/types';
import { GIB } from '@/shared/format/bytes';
import { accepted, candidate, guest, operation, problem, room } from '@/shared/test/cluster';
import { refuse, server } from '@/shared/test/server';
import { type Draft, emptyDraft, keepDraft, newNic, readDraft } from './draft';

const template = (change: Partial<Template>): Template => ({
  volid: '9000',
  content: 'vm',
  size: 2 * GIB,
  name: 'debian-13',
  storage: '',
  vmid: 9000,
  nodes: ['pve1'],
  ...change,
});
const storage = (change: Partial<Storage> = {}): Storage => ({
  storage: 'local-lvm',
  type: 'lvmthin',
  content: 'images,rootdir',
  avail: 100 * GIB,
  total: 200 * GIB,
  enabled: true,
  active: true,
  shared: false,
  trouble: null,
  ...change,
});
const bridge = (iface: string, vlan_aware = true): Network => ({ iface, type: 'bridge', active: true, comments: '', vlan_aware });

type Sent = { path: string; check: boolean; body: unknown };
let sent: Sent[];
let asked: string[];

const little = room({ cores: { promised: 30, limit: 32 }, memory: { promised: 31 * GIB, limit: 32 * GIB } });

const ubuntu = 'local:vztmpl/ubuntu-22.04.tar.zst';
const clone: Draft = { ...emptyDraft(), node: 'pve1', template: '9000', name: 'web-1', vmid: '1044', nics: [newNic('vmbr0')] };
const container: Draft = { ...clone, type: 'lxc', template: ubuntu, name: 'git-1', disk: '8', storage: 'local-lvm' };

/** The wizard with a draft that the browser kept, at a step. */
function at(step: number, draft: Draft) {
  keepDraft(draft);
  return open(`/provision?step=${step}`);
}

const heading = (name: string) => screen.findByRole('heading', { name });
const next = () => screen.getByRole('button', { name: 'Next' });
const field = (name: string) => screen.getByRole('textbox', { name });
/** Types into a field at once: each keystroke draws the whole wizard. */
const fill = (input: HTMLElement, value: string) => fireEvent.change(input, { target: { value } });
const refusal = (change: Partial<Problem>) =>
  refuse(problem({ type: 'urn:direttore:problem:impossible', title: 'Impossible', status: 422, detail: 'no', ...change }));

beforeEach(() => {
  sent = [];
  asked = [];
  const order = ({ request, params, path }: { request: Request; params: Record<string, unknown>; path: string }) => {
    const check = new URL(request.url).searchParams.get('check') === 'true';
    return request.json().then((body: unknown) => {
      sent.push({ path: `${String(params.node)}/${path}`, check, body });
      return check ? HttpResponse.json({ ok: true }) : HttpResponse.json(accepted({ kind: 'create-vm' }), { status: 202 });
    });
  };
  server.use(
    http.get('*/api/proxmox/placement', ({ request }) => {
      asked.push(new URL(request.url).searchParams.toString());
      const nodes = [
        candidate('pve1', { fits: false, room: little }),
        candidate('pve2'),
        candidate('pve3', { possible: false, fits: false, obstacle: 'pve3 is not online' }),
      ];
      return HttpResponse.json({ nodes, choice: { node: 'pve2', reason: 'pve2 has the most room.' } } satisfies Placement);
    }),
    http.get('*/api/proxmox/templates', () =>
      HttpResponse.json([
        template({ nodes: ['pve1', 'pve3'] }),
        template({ vmid: 9001, volid: '9001', name: 'rocky-10' }),
        template({ volid: ubuntu, content: 'vztmpl', name: 'ubuntu-22.04', storage: 'local', vmid: null, nodes: ['pve1', 'pve3'] }),
      ]),
    ),
    http.get('*/api/proxmox/nodes/:node/networks', () => HttpResponse.json([bridge('vmbr0'), bridge('vmbr2', false)])),
    http.get('*/api/proxmox/nodes/:node/storage', () => HttpResponse.json([storage(), storage({ storage: 'iso-only', content: 'iso' })])),
    http.get('*/api/proxmox/vmids/next', () => HttpResponse.json({ vmid: 1044 })),
    http.get('*/api/proxmox/vmids/:vmid', ({ params }) => {
      const free = params.vmid !== '1042';
      return HttpResponse.json({ vmid: Number(params.vmid), free, reason: free ? null : 'vmid 1042 is taken by VM web-1 on pve1' });
    }),
    http.post('*/api/proxmox/nodes/:node/vms', ({ request, params }) => order({ request, params, path: 'vms' })),
    http.post('*/api/proxmox/nodes/:node/lxc', ({ request, params }) => order({ request, params, path: 'lxc' })),
    http.get('*/api/operations/:id', () => HttpResponse.json(operation({ kind: 'create-vm' }))),
  );
});

test('offers every template of the cluster before it asks for a node', async () => {
  const { user } = open('/provision');
  await user.click(await screen.findByRole('button', { name: 'Next' }));

  expect(await heading('Step 2 of 6: Template')).toBeVisible();
  expect(await screen.findByRole('radio', { name: 'debian-13' })).toBeEnabled();
  expect(screen.getByText(/pve1, pve3$/)).toBeVisible();
});

test('takes the best node that can take the template, says why, and why others cannot', async () => {
  at(4, { ...clone, node: '' });

  expect(await screen.findByRole('radio', { name: 'pve2' })).toBeChecked();
  expect(screen.getByText('pve2 has the most room.')).toBeVisible();
  expect(screen.getByRole('radio', { name: 'pve1' })).toBeEnabled();
  expect(screen.getByText('Over-committed: only 1 GiB of memory and 2 cores left to promise')).toBeVisible();
  expect(screen.getByRole('radio', { name: 'pve3' })).toBeDisabled();
  expect(screen.getByText('pve3 is not online')).toBeVisible();
  await waitFor(() => expect(readDraft().node).toBe('pve2'));
  expect(asked.at(-1)).toBe('clone_from=9000&cores=2&memory=2048&start=true');
  await expectAccessible();
});

test('keeps the node that somebody chose, and moves on from one that cannot take it', async () => {
  const { user, unmount } = at(4, clone);
  expect(await screen.findByRole('radio', { name: 'pve1' })).toBeChecked();
  await user.click(next());
  expect(await heading('Step 5 of 6: Review')).toBeVisible();
  unmount();

  at(4, { ...clone, node: 'pve3' });

  expect(await screen.findByText('pve3 was chosen before, but cannot take it: pve3 is not online. pve2 is chosen instead.')).toBeVisible();
  expect(screen.getByRole('radio', { name: 'pve2' })).toBeChecked();
});

test('a clone of a locked template waits, or is refused as one chooses', async () => {
  const locked = guest({ vmid: 9000, name: 'debian-13', template: true, lock: 'backup', lock_wait_seconds: 1800 });
  server.use(http.get('*/api/proxmox/guests', () => HttpResponse.json([locked, guest({ vmid: 9001, name: 'rocky-10', template: true })])));
  const { user } = at(2, clone);
  expect(await screen.findByText('Locked by backup. Orders wait for that up to 30 min.')).toBeVisible();
  const choice = () => screen.getByRole('checkbox', { name: 'Do not wait: refuse the order while the guest is locked' });
  expect(choice()).not.toBeChecked();
  await expectAccessible();

  fireEvent.click(screen.getByRole('radio', { name: 'rocky-10' }));
  await waitFor(() => expect(screen.queryByText(/Locked by/)).not.toBeInTheDocument());
  fireEvent.click(screen.getByRole('radio', { name: 'debian-13' }));
  await screen.findByText(/Locked by/);
  fireEvent.click(choice());
  await user.click(next());
  await heading('Step 3 of 6: Resources');
  await user.click(next());
  await heading('Step 4 of 6: Node and network');
  await screen.findByRole('radio', { name: 'pve1' });
  await user.click(next());

  expect(await screen.findByRole('button', { name: /^If locked: Refuse the order\./ })).toBeVisible();
  expect(sent).toMatchObject([{ check: true, body: { clone_from: 9000, wait_for_lock: false } }]);
});

test('what is not locked is ordered without a word of waiting', async () => {
  const { user } = at(4, clone);
  await screen.findByRole('radio', { name: 'pve1' });
  await user.click(next());
  await heading('Step 5 of 6: Review');

  expect(sent[0]?.body).not.toHaveProperty('wait_for_lock');
  expect(screen.queryByText('If locked')).not.toBeInTheDocument();
});

test('another template keeps the node, and a bridge that a node lacks is replaced with a word', async () => {
  at(2, { ...clone, node: 'pve1', template: '9000' });
  fireEvent.click(await screen.findByRole('radio', { name: 'rocky-10' }));
  await waitFor(() => expect(readDraft()).toMatchObject({ template: '9001', node: 'pve1' }));
  cleanup();

  at(4, { ...clone, nics: [newNic('vmbr0'), newNic('lab9')] });

  expect(await screen.findByText('net1: lab9 is not to be had on pve1; vmbr0 is chosen instead.')).toBeVisible();
});

test('does not go on where no node can take it', async () => {
  server.use(
    http.get('*/api/proxmox/placement', () =>
      HttpResponse.json({
        nodes: [candidate('pve1', { possible: false, fits: false, obstacle: 'pve1 has 2.0 GiB in all' })],
        choice: null,
      } satisfies Placement),
    ),
  );
  const { user } = at(4, clone);
  expect(await screen.findByText(/^No node can take it\./)).toBeVisible();

  await user.click(next());

  expect(await screen.findByRole('alert')).toHaveTextContent('Choose a node that can take it.');
  expect(sent).toEqual([]);
});

test('wants a template of the right kind, which can be searched', async () => {
  const { user } = at(2, { ...clone, template: '' });
  await screen.findByRole('radio', { name: 'debian-13' });
  expect(screen.queryByRole('radio', { name: 'ubuntu-22.04' })).not.toBeInTheDocument();
  await user.click(next());
  expect(await screen.findByRole('alert')).toHaveTextContent('Choose a template.');

  await user.type(screen.getByRole('textbox', { name: 'Search templates' }), 'rock');
  await waitFor(() => expect(screen.queryByRole('radio', { name: 'debian-13' })).not.toBeInTheDocument());
  await user.click(screen.getByRole('radio', { name: 'rocky-10' }));
  await user.click(next());

  expect(await heading('Step 3 of 6: Resources')).toBeVisible();
});

test('suggests a free VMID and says what has a taken one', async () => {
  const { user } = at(3, { ...clone, vmid: '' });
  await waitFor(() => expect(field('VMID')).toHaveValue('1044'));
  expect(await screen.findByText('Free')).toBeVisible();

  await user.clear(field('VMID'));
  await user.type(field('VMID'), '1042');

  expect(await screen.findByText('vmid 1042 is taken by VM web-1 on pve1')).toBeVisible();
  expect(field('VMID')).toBeInvalid();
});

test('says at each field of the resources what it must be, once it was left', async () => {
  const { user } = at(3, { ...clone, name: '' });
  await heading('Step 3 of 6: Resources');
  await user.type(field('Name'), '-web');
  expect(field('Name')).toBeValid();
  await user.tab();
  await waitFor(() => expect(field('Name')).toBeInvalid());
  expect(field('Name')).toHaveAccessibleDescription(/Must be DNS labels/);

  await user.clear(field('CPU cores'));
  fill(field('Memory (MiB)'), '8');
  fill(field('User'), '1 ana');
  fill(screen.getByLabelText('Password'), 'abc');
  fill(field('SSH public keys'), 'not a key');
  await user.click(next());

  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('Correct 6 fields');
  expect(screen.getByRole('heading', { name: 'Step 3 of 6: Resources' })).toBeVisible();
  for (const name of ['Name', 'CPU cores', 'Memory (MiB)', 'User', 'SSH public keys']) {
    expect(field(name), name).toBeInvalid();
  }
  expect(screen.getByLabelText('Password')).toBeInvalid();
  await user.click(within(alert).getByRole('button', { name: 'Memory (MiB): Must be 16 to 16,777,216 MiB.' }));
  expect(field('Memory (MiB)')).toHaveFocus();
  fill(field('Memory (MiB)'), '512');
  expect(field('Memory (MiB)')).toBeValid();
});

test('says at each field of the network what it must be', async () => {
  const { user } = at(4, clone);
  const net0 = await screen.findByRole('group', { name: 'net0' });
  fill(within(net0).getByLabelText('VLAN'), '4095');
  await user.selectOptions(within(net0).getByLabelText('IPv4'), 'static');
  fill(within(net0).getByLabelText(/^IPv4 address/), '10.0.0.5/24');
  fill(within(net0).getByLabelText('IPv4 gateway'), '10.0.1.1');
  await user.click(screen.getByRole('button', { name: 'Copy net0' }));
  const net1 = await screen.findByRole('group', { name: 'net1' });
  fill(within(net1).getByLabelText(/^IPv4 address/), '10.0.0.5/24');
  fill(field('DNS servers'), 'one');

  await user.click(next());

  expect(await screen.findByRole('alert')).toHaveTextContent('Correct 6 fields');
  expect(within(net0).getByLabelText('VLAN')).toHaveAccessibleDescription(/Must be 1 to 4094/);
  expect(within(net0).getByLabelText('IPv4 gateway')).toHaveAccessibleDescription('Must lie in 10.0.0.5/24.');
  expect(within(net1).getByLabelText(/^IPv4 address/)).toHaveAccessibleDescription('net0 has this address already.');
  expect(field('DNS servers')).toBeInvalid();
  expect(sent).toEqual([]);
});

test('a container needs a storage that can hold it', async () => {
  server.use(http.get('*/api/proxmox/nodes/:node/storage', () => HttpResponse.json([storage({ storage: 'iso-only', content: 'iso' })])));
  const { user } = at(4, { ...container, storage: '' });
  const select = await screen.findByLabelText('Storage');
  await waitFor(() => expect(within(screen.getByRole('group', { name: 'net0' })).getByLabelText(/^Bridge/)).toHaveValue('vmbr0'));
  expect(within(select).queryByRole('option', { name: /iso-only/ })).not.toBeInTheDocument();

  await user.click(next());

  expect(await screen.findByRole('alert')).toHaveTextContent('Choose a storage.');
});

test('the draft survives a reload, without its password', async () => {
  const first = at(3, { ...clone, name: '' });
  await heading('Step 3 of 6: Resources');
  await first.user.type(field('Name'), 'patient');
  await first.user.type(screen.getByLabelText('Password'), 'correct horse');
  await waitFor(() => expect(readDraft().name).toBe('patient'));
  first.unmount();

  open('/provision?step=3');

  expect(await screen.findByRole('textbox', { name: 'Name' })).toHaveValue('patient');
  expect(screen.getByLabelText('Password')).toHaveValue('');
  expect(JSON.stringify(localStorage)).not.toContain('correct horse');
});

test('starting over drops the draft, and can be undone', async () => {
  const { user } = at(3, clone);
  await heading('Step 3 of 6: Resources');

  await user.click(screen.getByRole('button', { name: 'Start over' }));
  expect(await heading('Step 1 of 6: Type')).toBeVisible();
  expect(readDraft().name).toBe('');
  await user.click(await screen.findByRole('button', { name: 'Undo' }));

  await waitFor(() => expect(readDraft().name).toBe('web-1'));
});

test('an address that asks for more than is known leads to what is missing', async () => {
  at(5, { ...clone, name: '' });

  expect(await heading('Step 3 of 6: Resources')).toBeVisible();
});

test('what the server refuses is shown at its field and keeps one from the review', async () => {
  server.use(
    http.post('*/api/proxmox/nodes/:node/vms', ({ request }) => {
      expect(new URL(request.url).searchParams.get('check')).toBe('true');
      return refusal({
        field: 'nics[0].bridge',
        detail: 'pve1 has no bridge vmbr0',
        errors: [{ field: 'nics[0].bridge', detail: 'pve1 has no bridge vmbr0' }],
      });
    }),
  );
  const { user } = at(4, clone);
  const net0 = await screen.findByRole('group', { name: 'net0' });
  await user.click(next());

  await waitFor(() => expect(within(net0).getByLabelText(/^Bridge/)).toHaveAccessibleDescription('pve1 has no bridge vmbr0'));
  expect(screen.getByRole('heading', { name: 'Step 4 of 6: Node and network' })).toBeVisible();
});

test('what the server refuses of an earlier step leads back to it', async () => {
  server.use(
    http.post('*/api/proxmox/nodes/:node/vms', () =>
      refusal({
        errors: [
          { field: 'name', detail: 'web-1 is a name in use' },
          { field: 'disk', detail: 'local-lvm has 3 GiB free' },
        ],
      }),
    ),
  );
  const { user } = at(4, clone);
  await screen.findByRole('group', { name: 'net0' });
  await user.click(next());

  expect(await heading('Step 3 of 6: Resources')).toBeVisible();
  expect(field('Name')).toHaveAccessibleDescription(/web-1 is a name in use/);
  expect(field('Grow the disk to (GiB)')).toHaveAccessibleDescription(/local-lvm has 3 GiB free/);
  await user.type(field('Name'), '0');
  expect(field('Name')).toBeValid();
});

test('a refusal that names no field is shown by itself', async () => {
  let checks = 0;
  server.use(
    http.post('*/api/proxmox/nodes/:node/vms', () => {
      checks += 1;
      return refuse(problem());
    }),
  );
  const { user, router } = at(4, clone);
  await screen.findByRole('group', { name: 'net0' });
  await user.click(next());
  expect(await screen.findByRole('alert')).toHaveTextContent('no host of the cluster answered');

  await waitFor(() => expect(next()).toBeEnabled());
  await user.click(next());

  await waitFor(() => expect(checks).toBe(2));
  expect(router.state.location.search).toBe('?step=4');
});

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
  expect(readDraft().name).toBe('');
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

test('an order that is refused at last leads back to its field', async () => {
  const { user } = at(5, clone);
  await heading('Step 5 of 6: Review');
  server.use(
    http.post('*/api/proxmox/nodes/:node/vms', () =>
      refusal({
        type: 'urn:direttore:problem:vmid-in-use',
        status: 409,
        field: 'vmid',
        detail: 'vmid 1044 was taken meanwhile',
        errors: [{ field: 'vmid', detail: 'vmid 1044 was taken meanwhile' }],
      }),
    ),
  );

  await user.click(screen.getByRole('button', { name: 'Create' }));

  expect(await heading('Step 3 of 6: Resources')).toBeVisible();
  expect(field('VMID')).toHaveAccessibleDescription(/vmid 1044 was taken meanwhile/);
});
