import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { open } from '@/app/test/open';
import { me } from '@/shared/test/cluster';
import { server } from '@/shared/test/server';
import { type Draft, emptyDraft } from './draft';
import { keep, draftKept } from './test/wizard';
import { bodyOf } from './order';

const draft: Draft = { ...emptyDraft(), type: 'lxc', node: 'pve1', template: 'local:vztmpl/debian-13.tar.zst', name: 'web-1', disk: '8', vmid: '1044' };
const withTeams = (...teams: string[]) => server.use(http.get('*/api/session', () => HttpResponse.json(me({ teams }))));

beforeEach(() =>
  server.use(
    http.get('*/api/proxmox/vmids/next', () => HttpResponse.json({ vmid: 1044 })),
    http.get('*/api/proxmox/vmids/:vmid', () => HttpResponse.json({ vmid: 1044, free: true, reason: null })),
  ),
);

test('a machine can be given to one of one’s teams', async () => {
  withTeams('networks', 'storage');
  keep(draft);
  const { user } = open('/provision?step=3');

  await user.click(await screen.findByRole('combobox', { name: 'Team' }));
  await user.click(await screen.findByRole('option', { name: 'storage' }));

  await waitFor(() => expect(bodyOf(draftKept())).toMatchObject({ team: 'storage' }));
});

test('whoever is in no team is not asked for one, and an earlier draft’s team is dropped', async () => {
  keep({ ...draft, team: 'storage' });
  open('/provision?step=3');

  await screen.findByRole('textbox', { name: /^VMID/ });
  expect(screen.queryByRole('combobox', { name: 'Team' })).not.toBeInTheDocument();
  await waitFor(() => expect(bodyOf(draftKept())).not.toHaveProperty('team'));
});
