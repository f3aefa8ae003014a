import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { open } from '@/app/test/open';
import { me, noBound, problem, standing } from '@/shared/test/cluster';
import { refuse, server } from '@/shared/test/server';
import { type Draft, emptyDraft } from './draft';
import { keep } from './test/wizard';

const draft: Draft = {
  ...emptyDraft(),
  type: 'lxc',
  node: 'pve1',
  template: 'local:vztmpl/debian-13.tar.zst',
  name: 'web-1',
  cores: '4',
  disk: '8',
  vmid: '1044',
  storage: 'local-lvm',
  nics: [],
};
const sentence = 'Your quota is 8 cores: you use 6, and this guest needs 4.';
const mine = standing({ quota: { ...noBound, cores: 8 }, use: { guests: 2, cores: 6, memory: 4096, disk: 0 } });
const red = standing({ holder: 'team', name: 'red', own: true, quota: { ...noBound, guests: 2 }, use: { guests: 2, cores: 4, memory: 0, disk: 0 } });

beforeEach(() => {
  keep(draft);
  server.use(
    http.get('*/api/proxmox/vmids/next', () => HttpResponse.json({ vmid: 1044 })),
    http.get('*/api/proxmox/vmids/:vmid', () => HttpResponse.json({ vmid: 1044, free: true, reason: null })),
    http.get('*/api/proxmox/nodes/:node/networks', () => HttpResponse.json([])),
    http.get('*/api/proxmox/nodes/:node/storage', () => HttpResponse.json([])),
    http.get('*/api/me/quota', () => HttpResponse.json({ standings: [mine, red] })),
  );
});

test('the review says what is left of one’s own quota, and of the chosen team’s', async () => {
  server.use(http.get('*/api/session', () => HttpResponse.json(me({ teams: ['red'] }))));
  keep({ ...draft, team: 'red' });
  open('/provision?step=5');
  const room = within(await screen.findByRole('region', { name: 'Room left' }));

  expect(room.getByText('6 of 8, 2 left')).toBeVisible();
  expect(room.getByText('Team red')).toBeVisible();
  expect(room.getByText('2 of 2, nothing left')).toBeVisible();
});

test('a team that is not chosen does not count', async () => {
  open('/provision?step=5');
  const room = within(await screen.findByRole('region', { name: 'Room left' }));

  expect(room.queryByText('Team red')).not.toBeInTheDocument();
});

test('what is too much goes back to its field with the server’s sentence and what is left', async () => {
  server.use(
    http.post('*/api/proxmox/nodes/pve1/lxc', () =>
      refuse(
        problem({
          type: 'urn:direttore:problem:over-quota',
          title: 'More than the quota allows',
          status: 422,
          detail: sentence,
          field: 'cores',
          errors: [{ field: 'cores', detail: sentence }],
        }),
      ),
    ),
  );
  const { user } = open('/provision?step=4');
  await user.click(await screen.findByRole('button', { name: 'Next' }));

  const cores = await screen.findByRole('textbox', { name: 'CPU cores' });
  expect(cores).toBeInvalid();
  expect(cores).toHaveAccessibleDescription(sentence);
  expect(within(await screen.findByRole('region', { name: 'Room left' })).getByText('6 of 8, 2 left')).toBeVisible();
});

test('one guest too many is said above the step', async () => {
  const full = 'Your quota is 2 guests: you use 2, and this guest needs 1.';
  server.use(
    http.post('*/api/proxmox/nodes/pve1/lxc', () =>
      refuse(problem({ type: 'urn:direttore:problem:over-quota', title: 'More than the quota allows', status: 422, detail: full })),
    ),
  );
  const { user } = open('/provision?step=4');
  await user.click(await screen.findByRole('button', { name: 'Next' }));

  expect(await screen.findByRole('alert')).toHaveTextContent(full);
});
