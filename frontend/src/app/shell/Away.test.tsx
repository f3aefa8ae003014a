import { act, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test, vi } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import { operationTexts } from '@/features/operations/texts';
import { guest, node, operation, problem } from '@/shared/test/cluster';
import { FakeEventStream } from '@/shared/test/events';
import { serveGuest } from '@/shared/test/guestPage';
import { refuse, server } from '@/shared/test/server';

const silent = { 'X-Snapshot-Age': '150', 'X-Snapshot-Trouble': 'Proxmox at pve1 cannot be reached' };
const nobody = http.all('*', () => HttpResponse.error());

const clusterAway = () =>
  server.use(
    http.get('*/api/proxmox/nodes', () => HttpResponse.json([node()], { headers: silent })),
    http.get('*/api/proxmox/guests', () => HttpResponse.json([guest()], { headers: silent })),
  );

/** Hears that the stream has ended, as when the program dies. */
async function serverDies() {
  act(() => FakeEventStream.latest.hello());
  server.use(nobody);
  act(() => FakeEventStream.latest.cut());
  return screen.findByText('Direttore does not answer');
}

test('a server that dies is said to be away at once; what was read stays, greyed and with its age', async () => {
  const { user } = open('/resources');
  const row = await screen.findByRole('row', { name: /web-1/ });

  expect(await serverDies()).toBeVisible();

  expect(screen.getByText(/^Last answer (just now|\d+ s ago); what was read until then is shown grey/)).toBeVisible();
  expect(screen.getByText('Not live')).toBeVisible();
  expect(screen.getByRole('status', { name: /nothing newer can be read/ })).toBeVisible();
  expect(row).toBeVisible();
  expect(row.closest('[data-old]')).not.toBeNull();
  await user.click(within(row).getByRole('button', { name: /^Actions on/ }));
  expect(await screen.findByRole('menuitem', { name: /^Stop/ })).toHaveTextContent('Direttore does not answer.');
  await expectAccessible();
});

test('what answers nothing is not live, even while its stream has not broken yet', async () => {
  const { cache } = open('/resources');
  await screen.findByRole('row', { name: /web-1/ });
  act(() => FakeEventStream.latest.hello());
  expect(screen.getByText('Live')).toBeVisible();

  server.use(nobody);
  await act(() => cache.invalidateQueries());

  expect(await screen.findByText('Not live')).toBeVisible();
  expect(screen.queryByText('Live')).not.toBeInTheDocument();
});

test('once it is back everything is read again', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  open('/resources');
  const row = await screen.findByRole('row', { name: /web-1/ });
  await serverDies();

  server.resetHandlers();
  server.use(
    http.get('*/api/proxmox/guests/changes', () =>
      HttpResponse.json({ complete: true, guests: [guest({ name: 'web-9' })], figures: [], gone: [], cursor: 'b' }),
    ),
  );
  server.use(http.get('*/api/proxmox/guests', () => HttpResponse.json([guest({ name: 'web-9' })])));
  await act(() => vi.advanceTimersByTimeAsync(5000));
  vi.useRealTimers();

  await waitFor(() => expect(screen.queryByText('Direttore does not answer')).not.toBeInTheDocument());
  expect(await screen.findByRole('row', { name: /web-9/ })).toBeVisible();
  expect(row.closest('[data-old]')).toBeNull();
});

test('a cluster that is silent is said on every page, and nothing is claimed that is not known', async () => {
  clusterAway();
  const { router } = open('/');

  expect(await screen.findByText('The cluster does not answer')).toBeVisible();
  expect(screen.getByText(/^Last answer 2 min ago/)).toBeVisible();
  expect(screen.getByText('Proxmox at pve1 cannot be reached')).toBeVisible();
  expect(screen.queryByText('All is well')).not.toBeInTheDocument();
  expect(await screen.findByText('Not everything is known')).toBeVisible();
  await act(() => router.navigate('/operations'));
  expect(await screen.findByText('The cluster does not answer')).toBeVisible();
  expect(screen.getByText(operationTexts.provision).closest('a, button')).toHaveAttribute('aria-disabled', 'true');
});

test('a guest whose page cannot be read is shown as last known', async () => {
  serveGuest();
  clusterAway();
  server.use(http.get('*/api/proxmox/nodes/:node/:kind/:vmid', () => refuse(problem())));
  open('/guests/pve1/vms/1042');

  const known = await screen.findByRole('region', { name: 'Last known' });
  expect(screen.getByRole('heading', { level: 1, name: 'web-1 (1042)' })).toBeVisible();
  expect(known).toHaveTextContent('Running');
  expect(known.querySelector('[data-old]')).not.toBeNull();
  await expectAccessible();
});

test('guests whose state is unknown are not counted as stopped', async () => {
  server.use(http.get('*/api/proxmox/guests', () => HttpResponse.json([guest({ status: 'unknown' }), guest({ vmid: 1043, status: 'unknown' })])));
  open('/');

  const card = await screen.findByRole('article', { name: 'pve1' });
  expect(await within(card).findByText('2 guests, state unknown')).toBeVisible();
});

test('a database that is away is said to be, and what it keeps is greyed', async () => {
  server.use(http.get('*/api/operations', () => HttpResponse.json({ operations: [operation()], next: null })));
  const { cache } = open('/operations');
  await screen.findAllByText(/Start VM 1042|Start/);
  server.use(
    http.get('*/api/operations', () =>
      refuse(problem({ type: 'urn:direttore:problem:database-away', title: 'The database is away', detail: 'PostgreSQL does not answer.' })),
    ),
  );

  await act(() => cache.invalidateQueries({ queryKey: ['operations'] }));

  expect(await screen.findByText('PostgreSQL does not answer.')).toBeVisible();
  expect(screen.getByText('Operations cannot be read now')).toBeVisible();
  expect(document.querySelector('main [data-old] [role=table]')).not.toBeNull();
  expect(screen.queryByRole('alert', { name: /Cannot load/ })).not.toBeInTheDocument();
});
