import { act, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, onTestFinished, test, vi } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import { GIB } from '@/shared/format/bytes';
import { node, problem } from '@/shared/test/cluster';
import { refuse, server } from '@/shared/test/server';

test('says how the cluster is, and each figure leads to what it counts', async () => {
  open('/');
  const health = await screen.findByRole('region', { name: 'Health' });

  expect(health).toHaveTextContent('Nodes online2 of 2');
  const running = await within(health).findByRole('link', { name: /Guests running\s*1/ });
  expect(running).toHaveAttribute('href', `/resources?q=${encodeURIComponent('status:running -type:template')}`);
  expect(within(health).getByRole('link', { name: /Guests stopped\s*1/ })).toBeVisible();
  expect(within(health).getByRole('link', { name: /failed/ })).toHaveAttribute('href', expect.stringMatching(/^\/operations\?.*status=failed/));
  expect(screen.getByText('All is well')).toBeVisible();
  await expectAccessible();
});

test('shows what each node uses of what it has', async () => {
  server.use(http.get('*/api/proxmox/nodes', () => HttpResponse.json([node({ mem: 31 * GIB })])));
  open('/');
  const card = await screen.findByRole('article', { name: 'pve1' });

  expect(within(card).getByText('Online')).toBeVisible();
  expect(within(card).getByText(/PVE 9\.1\.4/)).toHaveTextContent('1 d 1 h');
  expect(within(card).getByRole('meter', { name: 'CPU' })).toHaveAttribute('aria-valuenow', '12');
  expect(within(card).getByRole('meter', { name: 'Memory' })).toHaveAttribute('aria-valuetext', '97%, 31 of 32 GiB');
  expect(within(card).getByText('very high')).toBeVisible();
  expect(within(card).getByRole('link')).toHaveAttribute('href', '/resources?q=node%3Apve1');
});

test('keeps the last figures of a node that is offline and says since when', async () => {
  const since = new Date(Date.now() - 12.5 * 60_000).toISOString();
  server.use(http.get('*/api/proxmox/nodes', () => HttpResponse.json([node({ node: 'pve3', status: 'offline', since, trouble: 'no answer' })])));
  open('/');
  const card = await screen.findByRole('article', { name: 'pve3' });

  expect(within(card).getByText('Offline')).toBeVisible();
  expect(card).toHaveTextContent('12 min ago');
  expect(within(card).getByRole('meter', { name: 'Memory' })).toHaveAttribute('aria-valuetext', '19%, 6 of 32 GiB');
  expect(screen.getByRole('region', { name: 'Needs attention' })).toHaveTextContent('pve3 is offline');
});

test('keeps the last figures of a node that does not report and says since when', async () => {
  const since = new Date(Date.now() - 3.5 * 60_000).toISOString();
  server.use(
    http.get('*/api/proxmox/nodes', () => HttpResponse.json([node({ node: 'pve3', status: 'unknown', since, uptime: 0, trouble: 'pve3 does not report' })])),
  );
  open('/');
  const card = await screen.findByRole('article', { name: 'pve3' });

  expect(within(card).getByText('Unknown')).toBeVisible();
  expect(card).toHaveTextContent('No report since 3 min ago');
  expect(card).toHaveTextContent('These figures are the last known.');
  expect(within(card).getByRole('meter', { name: 'Memory' })).toHaveAttribute('aria-valuetext', '19%, 6 of 32 GiB');
  const concerns = screen.getByRole('region', { name: 'Needs attention' });
  expect(within(concerns).getByRole('link', { name: 'pve3 does not report' })).toHaveAttribute('href', '/resources?q=node%3Apve3');
  expect(concerns).toHaveTextContent('Since 3 min ago; its figures are the last known.');
});

test('claims no last figures of a node that never reported', async () => {
  server.use(
    http.get('*/api/proxmox/nodes', () =>
      HttpResponse.json([node({ status: 'unknown', cpu: 0, maxcpu: 0, mem: 0, maxmem: 0, disk: 0, maxdisk: 0, uptime: 0 })]),
    ),
  );
  open('/');
  const card = await screen.findByRole('article', { name: 'pve1' });

  expect(card).toHaveTextContent('No report since before Direttore began to look');
  expect(card).not.toHaveTextContent('last known');
});

test('shows figures that could not be read as unknown with the reason, never as zero', async () => {
  const trouble = 'pve9 does not tell its figures: they are unknown. The Proxmox account may lack Sys.Audit there.';
  const untold = node({ node: 'pve9', cpu: null, maxcpu: null, mem: null, maxmem: null, disk: null, maxdisk: null, uptime: null, version: null, trouble });
  server.use(http.get('*/api/proxmox/nodes', () => HttpResponse.json([untold, node({ cpu: 0, mem: 0 })])));
  open('/?sort=cpu');
  const card = await screen.findByRole('article', { name: 'pve9' });

  expect(within(card).getAllByText('Unknown')).toHaveLength(3);
  expect(within(card).queryByRole('meter')).not.toBeInTheDocument();
  expect(within(card).getByText(trouble)).toBeVisible();
  expect(card).not.toHaveTextContent(/0%|0 of 0 GiB|Up /);
  expect(screen.getAllByRole('article').map((each) => each.getAttribute('aria-label'))).toEqual(['pve1', 'pve9']);
  const concerns = screen.getByRole('region', { name: 'Needs attention' });
  expect(concerns).toHaveTextContent('The figures of pve9 are unknown');
  expect(concerns).toHaveTextContent(trouble);
  await expectAccessible();
});

test('says why nothing can be shown, and tries again when told to', async () => {
  server.use(http.get('*/api/proxmox/nodes', () => refuse(problem())));
  const { user } = open('/');
  const alert = await screen.findByRole('alert');

  expect(alert).toHaveTextContent('Proxmox does not answer');
  expect(alert).toHaveTextContent('7f3a-42');
  await expectAccessible();

  server.use(http.get('*/api/proxmox/nodes', () => HttpResponse.json([node()])));
  await user.click(within(alert).getByRole('button', { name: 'Try again' }));

  expect(await screen.findByRole('article', { name: 'pve1' })).toBeVisible();
});

test('keeps what was read when it cannot be read again', async () => {
  const { user } = open('/');
  await screen.findByRole('article', { name: 'pve1' });

  server.use(http.get('*/api/proxmox/nodes', () => refuse(problem())));
  await user.click(screen.getByRole('button', { name: 'Refresh now' }));

  expect(await screen.findByText(/what was read until then is shown grey/)).toBeVisible();
  expect(screen.getByRole('article', { name: 'pve1' })).toBeVisible();
});

test('puts the nodes in the order that the address asks for', async () => {
  server.use(http.get('*/api/proxmox/nodes', () => HttpResponse.json([node({ cpu: 0.1 }), node({ node: 'pve2', cpu: 0.7 })])));
  const { router, user } = open('/?sort=cpu');
  await screen.findByRole('article', { name: 'pve1' });
  const names = () => screen.getAllByRole('article').map((card) => card.getAttribute('aria-label'));

  expect(names()).toEqual(['pve2', 'pve1']);
  await user.click(screen.getByRole('radio', { name: 'Name' }));

  expect(names()).toEqual(['pve1', 'pve2']);
  expect(router.state.location.search).toBe('');
});

test('figures that the database keeps are grey and tell their age while only that is away', async () => {
  const { cache } = open('/');
  const tile = await screen.findByRole('link', { name: /Operations under way\s*0/ });
  expect(tile.querySelector('[data-old]')).toBeNull();

  const away = () => refuse(problem({ type: 'urn:direttore:problem:database-away', title: 'The database is away', detail: 'PostgreSQL does not answer.' }));
  server.use(http.get('*/api/operations', away));
  await act(() => cache.invalidateQueries({ queryKey: ['operations'] }));

  await waitFor(() => expect(tile.querySelector('[data-old]')).toHaveTextContent('0'));
  expect(tile).toHaveTextContent(/Read (just now|\d+ s ago)/);
  expect(screen.getByRole('link', { name: /Guests running/ }).querySelector('[data-old]')).toBeNull();
});

test('the past of a node that cannot be read anew is grey', async () => {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(private readonly told: (entries: { isIntersecting: boolean }[]) => void) {}
      observe = () => this.told([{ isIntersecting: true }]);
      disconnect = () => undefined;
    },
  );
  onTestFinished(() => void vi.unstubAllGlobals());
  const points = [{ time: '2026-03-01T09:00:00Z', cpu: 0.5, mem: null, maxmem: null, netin: null, netout: null, diskread: null, diskwrite: null }];
  server.use(
    http.get('*/api/proxmox/nodes/:node/history', () =>
      HttpResponse.json({ timeframe: 'hour', points }, { headers: { 'X-Snapshot-Age': '90', 'X-Snapshot-Trouble': 'no answer' } }),
    ),
  );
  open('/');
  const card = await screen.findByRole('article', { name: 'pve1' });

  const past = await within(card).findByRole('img', { name: /^CPU over the last hour/ });
  expect(past.closest('[data-old]')).not.toBeNull();
  expect(card).toHaveTextContent('Read 1 min ago');
});
