import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import { problem, room } from '@/shared/test/cluster';
import { refuse, server } from '@/shared/test/server';
import type { Allowance, TeamAllowance } from './api';

let red: TeamAllowance;
let sent: unknown[];
const shared: TeamAllowance = { team: 'red', own: false, allowance: { bridges: ['vmbr1'], vlans: null, storages: null } };

beforeEach(() => {
  red = shared;
  sent = [];
  server.use(
    http.get('*/api/teams', () => HttpResponse.json({ teams: [{ name: 'red', members: ['ana'] }] })),
    http.get('*/api/proxmox/room', () => HttpResponse.json([room()])),
    http.get('*/api/proxmox/nodes/:node/networks', () =>
      HttpResponse.json(['vmbr0', 'vmbr1'].map((iface) => ({ iface, type: 'bridge', active: true, comments: '', vlan_aware: true }))),
    ),
    http.get('*/api/teams/red/allowance', () => HttpResponse.json(red)),
    http.post('*/api/teams/red/allowance', async ({ request }) => {
      const allowance = (await request.json()) as Allowance;
      sent.push(allowance);
      red = { team: 'red', own: true, allowance };
      return HttpResponse.json(red);
    }),
    http.delete('*/api/teams/red/allowance', () => {
      sent.push('clear');
      red = shared;
      return HttpResponse.json(red);
    }),
  );
});

const lists = async () => within(await screen.findByRole('region', { name: 'What its guests may be put on' }));

test('an administrator gives a team lists of its own, and takes them away again', async () => {
  const { user } = open('/teams/red');
  const form = await lists();
  expect(await form.findByText(/^The lists of all users hold/)).toBeVisible();
  expect(form.getByRole('radio', { name: 'Only these bridges' })).toBeChecked();
  expect(form.getByRole('radio', { name: 'All storages' })).toBeChecked();
  expect(form.getByRole('button', { name: 'Save' })).toBeDisabled();
  await expectAccessible();

  await user.click(form.getByRole('radio', { name: 'Only these VLANs' }));
  await user.type(form.getByLabelText('Only these VLANs', { selector: 'input:not([type=radio])' }), 'untagged,100-199,');
  await user.click(form.getByRole('button', { name: 'Save' }));

  await waitFor(() => expect(sent).toEqual([{ bridges: ['vmbr1'], vlans: ['untagged', '100-199'], storages: null }]));
  expect(await form.findByText('The team has lists of its own.')).toBeVisible();

  await user.click(form.getByRole('button', { name: 'Use the lists of all users' }));

  await waitFor(() => expect(sent.at(-1)).toBe('clear'));
  expect(await form.findByText(/^The lists of all users hold/)).toBeVisible();
});

test('what is no VLAN is not sent, and what the server refuses stands at its list', async () => {
  server.use(
    http.post('*/api/teams/red/allowance', () =>
      refuse(
        problem({
          type: 'urn:direttore:problem:invalid',
          status: 400,
          errors: [{ field: 'storages', detail: 'must be names of storages, such as local-lvm' }],
        }),
      ),
    ),
  );
  const { user } = open('/teams/red');
  const form = await lists();
  await user.click(await form.findByRole('radio', { name: 'Only these VLANs' }));
  const vlans = form.getByLabelText('Only these VLANs', { selector: 'input:not([type=radio])' });
  await user.type(vlans, 'green,');
  expect(form.getByText(/^green is neither untagged/)).toBeVisible();
  await user.click(form.getByRole('button', { name: 'Save' }));
  expect(vlans).toHaveFocus();

  await user.click(form.getByRole('radio', { name: 'All VLANs' }));
  await user.click(form.getByRole('radio', { name: 'Only these storages' }));
  fireEvent.submit(form.getByRole('button', { name: 'Save' }).closest('form')!);

  expect(await form.findByText('Must be names of storages, such as local-lvm.')).toBeVisible();
});

test('a team that is not there is said to be gone', async () => {
  open('/teams/blue');

  expect(await screen.findByRole('heading', { level: 1, name: 'There is no team blue' })).toBeVisible();
});
