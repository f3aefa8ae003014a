import { act, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import { remember } from '@/features/operations/work/mine';
import type { Operation, OperationPage } from '@/shared/api/types';
import { operation } from '@/shared/test/cluster';
import { FakeEventStream } from '@/shared/test/events';
import { server } from '@/shared/test/server';

/** Serves operations as the API does: those under way or those that ended, since a moment, page by page. */
function serve(...all: Operation[]) {
  server.use(
    http.get('*/api/operations', ({ request }) => {
      const query = new URL(request.url).searchParams;
      const active = query.get('active');
      const chosen = all
        .filter(({ finished }) => active === null || (finished === null) === (active === 'true'))
        .filter(({ created }) => Date.parse(created) >= Date.parse(query.get('since') ?? created));
      const from = Number(query.get('after') ?? 0);
      const to = from + Math.min(200, Number(query.get('limit') ?? 50));
      return HttpResponse.json({ operations: chosen.slice(from, to), next: to < chosen.length ? String(to) : null } satisfies OperationPage);
    }),
    http.get('*/api/operations/:id', ({ params }) => HttpResponse.json(all.find(({ id }) => id === params.id))),
  );
}

const now = () => new Date().toISOString();
const done = (change: Partial<Operation> = {}) => operation({ status: 'succeeded', phase: 'succeeded', created: now(), finished: now(), ...change });
const many = (one: (change: Partial<Operation>) => Operation) => Array.from({ length: 500 }, (_, i) => one({ id: `bulk-${i}`, kind: 'stop', vmid: 2000 + i }));
const isSaid = (words: RegExp) => screen.getAllByRole('status').some((region) => words.test(region.textContent));

async function opened() {
  const ui = open('/nowhere');
  const drawer = await screen.findByRole('region', { name: 'Running operations' });
  await ui.user.click(within(drawer).getByRole('button'));
  return { ...ui, drawer };
}

test('shows how far everyone’s operations are, with the end of the log', async () => {
  serve(operation({ kind: 'clone-vm', phase: 'clone', progress: 0.42, log: ['create full clone', 'transferred 4.2 GiB of 10.0 GiB'], requested_by: 'ada' }));
  const { drawer } = await opened();

  const running = await within(drawer).findByRole('link', { name: /Clone VM/ });
  expect(running).toHaveAttribute('href', '/operations/0198c0de-5b1c-7000-8000-000000000001');
  expect(within(drawer).getByText('42%')).toBeVisible();
  expect(await within(drawer).findByText('transferred 4.2 GiB of 10.0 GiB')).toBeVisible();
  expect(drawer).toHaveTextContent('1 operation under way');
  await expectAccessible();
});

test('says that the worker of an operation is silent', async () => {
  serve(operation({ worker_silent_since: now() }));
  const { drawer } = await opened();

  expect(await within(drawer).findByText(/^Its worker is silent; another one takes it up/)).toBeVisible();
});

test('claims no percentage where Proxmox tells none', async () => {
  serve(operation());
  const { drawer } = await opened();

  const bar = await within(drawer).findByRole('progressbar');
  expect(bar).not.toHaveAttribute('aria-valuenow');
  expect(drawer).not.toHaveTextContent('%');
});

test('stays open from page to page', async () => {
  serve(operation());
  const { drawer, user, router } = await opened();
  await within(drawer).findByRole('link', { name: /Start/ });

  await user.click(within(screen.getAllByRole('navigation', { name: 'Main' })[0]!).getByRole('link', { name: 'Dashboard' }));

  await waitFor(() => expect(router.state.location.pathname).toBe('/'));
  expect(within(drawer).getByRole('link', { name: /Start/ })).toBeVisible();
});

test('cancels an operation only after a question', async () => {
  const asked: string[] = [];
  serve(operation());
  server.use(
    http.post('*/api/operations/:id/cancel', ({ params }) => {
      asked.push(String(params.id));
      return HttpResponse.json(operation({ cancel_requested: true }));
    }),
  );
  const { drawer, user } = await opened();

  await user.click(await within(drawer).findByRole('button', { name: /^Cancel/ }));
  const dialog = await screen.findByRole('dialog');
  expect(asked).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));

  await waitFor(() => expect(asked).toEqual(['0198c0de-5b1c-7000-8000-000000000001']));
});

test('reads the end of what was ordered here out', async () => {
  remember('0198c0de-5b1c-7000-8000-000000000001');
  serve(operation());
  const { drawer } = await opened();
  await within(drawer).findByRole('link', { name: /Start/ });

  serve(done());
  act(() => FakeEventStream.latest.tell({ type: 'operation', subject: '0198c0de-5b1c-7000-8000-000000000001' }, '7'));

  await waitFor(() => expect(isSaid(/Start.*Succeeded/)).toBe(true));
  expect(drawer).toHaveTextContent('No operations under way');
  expect(within(drawer).getByRole('list', { name: 'Recently finished' })).toHaveTextContent('Succeeded');
});

test('reads it out too when five hundred others were ordered after it', async () => {
  remember('0198c0de-5b1c-7000-8000-000000000001');
  serve(...many(done), done({ kind: 'clone-vm' }));
  open('/nowhere');

  await waitFor(() => expect(isSaid(/Clone VM.*Succeeded/)).toBe(true));
});

test('does not ask what ended while nothing is waited for here', async () => {
  const since: boolean[] = [];
  serve();
  server.events.on('request:start', ({ request }) => void since.push(new URL(request.url).searchParams.has('since')));
  await opened();
  server.events.removeAllListeners();

  expect(since).toContain(false);
  expect(since).not.toContain(true);
});

test('counts all that are under way and shows the first of them', async () => {
  serve(...many(operation));
  const { drawer } = await opened();

  await waitFor(() => expect(drawer).toHaveTextContent('500 operations under way'));
  expect(await within(drawer).findByText('and 480 more')).toBeVisible();
  expect(within(drawer).getAllByRole('progressbar')).toHaveLength(20);
});
