import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { open } from '@/app/test/open';
import { server } from '@/shared/test/server';
import { type Draft } from './draft';
import { clone, container, field, fill, heading, kept, next, sent, serveWizard, storage } from './test/wizard';

beforeEach(serveWizard);

/** The wizard with a draft that the browser kept, at a step. */
const at = (step: number, draft: Draft) => open(kept(step, draft));

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
