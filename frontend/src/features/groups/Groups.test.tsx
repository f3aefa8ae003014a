import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import type { GroupPage, Reach } from '@/shared/api/types';
import { group, guest, me, member, problem } from '@/shared/test/cluster';
import { refuse, server } from '@/shared/test/server';

const counts = { total: 3, waiting: 1, queued: 0, running: 0, succeeded: 1, failed: 0, cancelled: 0, refused: 1 };
const three = group(
  [
    member(101, { status: 'succeeded', operation: 'op-101' }),
    member(102, { status: 'refused', error: { type: 'busy', message: 'VM 102 is being changed.' } }),
    member(103),
  ],
  { title: 'Stop 3 guests', counts },
);

test('shows a bulk action on one line of the operations page, and its guests on a page of its own', async () => {
  const listed = { ...three, members: [] };
  server.use(
    http.get('*/api/groups', () => HttpResponse.json({ groups: [listed], next: null } satisfies GroupPage)),
    http.get('*/api/groups/:id', () => HttpResponse.json(three)),
  );
  const { user } = open('/operations');
  const recent = await screen.findByRole('region', { name: 'Bulk actions' });
  expect(recent).toHaveTextContent(/Stop 3 guests.*Running.*2 of 3 done.*1 failed or refused/);
  expect(within(recent).getByRole('button', { name: 'Cancel the rest: Stop 3 guests' })).toBeEnabled();

  await user.click(within(recent).getByRole('link', { name: 'Stop 3 guests' }));

  const table = await screen.findByRole('table', { name: 'Guests of the bulk action' });
  expect(within(table).getByRole('link', { name: /101/ })).toHaveAttribute('href', '/operations/op-101');
  expect(within(table).getByText('VM 102 is being changed.')).toBeVisible();
  expect(within(table).getByText('Waiting for its turn')).toBeVisible();
  expect(screen.queryByText(/is a new operation: it is not counted here/)).toBeNull();
  await expectAccessible();
});

test('tells no end as a success where some failed, nor nothing where they cannot be read', async () => {
  const ended = group([], { title: 'Stop 3 guests', status: 'finished', finished: '2026-03-01T09:00:03Z', counts: { ...counts, waiting: 0, failed: 1 } });
  server.use(http.get('*/api/groups', () => HttpResponse.json({ groups: [ended], next: null } satisfies GroupPage)));
  const { unmount } = open('/operations');
  expect((await screen.findByText('Finished')).closest('[data-tone]')).toHaveAttribute('data-tone', 'warn');
  unmount();

  server.use(http.get('*/api/groups', () => refuse(problem())));
  open('/operations');
  expect(await screen.findByText('Cannot load the bulk actions')).toBeVisible();
});

test('cancels the rest of it', async () => {
  let cancelled = false;
  server.use(
    http.get('*/api/groups/:id', () => HttpResponse.json(cancelled ? group([], { status: 'cancelled', finished: '2026-03-01T09:00:03Z', counts }) : three)),
    http.post('*/api/groups/:id/cancel', () => {
      cancelled = true;
      return HttpResponse.json({ ...three, status: 'cancelling' });
    }),
  );
  const { user } = open('/groups/group-1');

  await user.click(await screen.findByRole('button', { name: 'Cancel the rest: Stop 3 guests' }));

  expect((await screen.findAllByText('Cancelling'))[0]).toBeVisible();
});

test('names its guests, and says what becomes of those that are tried again', async () => {
  const failed = group([member(101, { status: 'failed', operation: 'op-101' }), member(102, { kind: 'delete', status: 'waiting' })], {
    counts: { ...counts, total: 2, waiting: 1, succeeded: 0, refused: 0, failed: 1 },
  });
  server.use(
    http.get('*/api/groups/:id', () => HttpResponse.json(failed)),
    http.get('*/api/proxmox/guests', () => HttpResponse.json([guest({ vmid: 101, name: 'web' }), guest({ vmid: 102, name: 'db' })])),
  );
  open('/groups/group-1');

  expect(await screen.findByRole('link', { name: /101 · web · pve1/ })).toBeVisible();
  expect(screen.queryByText(/db/)).toBeNull();
  expect(screen.getByText(/is a new operation: it is not counted here/)).toBeVisible();
});

test.each([
  { all: true, may: true },
  { all: false, may: false },
])('lets whoever changes all guests ($all) cancel what others ordered', async ({ all, may }) => {
  const change = { all, vmids: [], why: all ? null : 'You may change guests of node pve1 only.' };
  server.use(
    // An operator, but of one node.
    http.get('*/api/session', () => HttpResponse.json(me({ name: 'ben', role: 'operator' }))),
    http.get('*/api/me/reach', () => HttpResponse.json({ make: { allowed: true, why: null }, change } satisfies Reach)),
    http.get('*/api/groups/:id', () => HttpResponse.json(three)),
  );
  open('/groups/group-1');

  const cancel = await screen.findByRole('button', { name: 'Cancel the rest: Stop 3 guests' });
  await waitFor(() => expect(cancel.getAttribute('aria-disabled') === 'true' || cancel.hasAttribute('disabled')).toBe(!may));
});
