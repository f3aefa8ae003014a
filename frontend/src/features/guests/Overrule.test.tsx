import { act, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { afterEach, expect, test } from 'vitest';
import { open } from '@/app/test/open';
import type { Operation, OperationPage } from '@/shared/api/types';
import { accepted, guest, operation } from '@/shared/test/cluster';
import { FakeEventStream } from '@/shared/test/events';
import { server } from '@/shared/test/server';
import { bulkStore } from './actions/bulkStore';

const shutdown = operation({ id: 'op-down', kind: 'shutdown', phase: 'shutdown', steps: [] });
let now: Operation;
let calls: string[];

/** A guest that runs while an operation has it; what is asked of the API is noted. */
function serve(under: Operation) {
  now = under;
  calls = [];
  const page = (operations: Operation[]) => HttpResponse.json({ operations, next: null } satisfies OperationPage);
  server.use(
    http.get('*/api/proxmox/guests', () => HttpResponse.json([guest()])),
    http.get('*/api/operations', ({ request }) => {
      const active = new URL(request.url).searchParams.get('active') === 'true';
      return page(active === (now.finished === null) ? [now] : []);
    }),
    http.get('*/api/operations/:id', () => HttpResponse.json(now)),
    http.post('*/api/operations/:id/cancel', ({ params }) => {
      calls.push(`cancel ${String(params.id)}`);
      now = { ...now, cancel_requested: true };
      return HttpResponse.json(now);
    }),
    http.post('*/api/proxmox/nodes/:node/:kind/:vmid/:action', ({ params }) => {
      calls.push(`${String(params.action)} ${String(params.vmid)}`);
      return HttpResponse.json(accepted({ operation: 'op-stop', kind: 'stop' }), { status: 202 });
    }),
  );
}

function end(status: 'cancelled' | 'succeeded') {
  now = { ...now, status, finished: new Date().toISOString() };
  act(() => FakeEventStream.latest.tell({ type: 'operation', subject: now.id }, '9'));
}

async function asked() {
  const ui = open('/resources');
  await waitFor(async () => expect(await screen.findByRole('table')).toHaveTextContent(/Shutting down|Rebooting|Taking/));
  await ui.user.click(screen.getByRole('button', { name: 'Actions on web-1 (1042)' }));
  return { ...ui, item: await screen.findByRole('menuitem', { name: /^Stop/ }) };
}

async function overruled() {
  const { user, item } = await asked();
  await user.click(item);
  const dialog = await screen.findByRole('dialog', { name: 'Stop web-1 (1042)?' });
  expect(dialog).toHaveTextContent('It is cancelled first; the stop is ordered once Proxmox has ended it.');
  await user.click(within(dialog).getByRole('button', { name: 'Stop' }));
  await waitFor(() => expect(calls).toContain('cancel op-down'));
}

afterEach(() => bulkStore.clear());

test('a stop cancels the shutdown that is under way, waits for its end and is ordered then', async () => {
  serve(shutdown);
  await overruled();
  await act(() => new Promise((done) => setTimeout(done, 100)));
  expect(calls).toEqual(['cancel op-down']);

  end('cancelled');

  await waitFor(() => expect(calls).toEqual(['cancel op-down', 'stop 1042']));
});

test('a guest that shuts down after all is not stopped again', async () => {
  serve(shutdown);
  await overruled();

  end('succeeded');

  await waitFor(() => expect(bulkStore.current()?.items[0]?.outcome).toBe('succeeded'));
  expect(calls).toEqual(['cancel op-down']);
});

test('while a reboot is being cancelled the stop waits', async () => {
  serve({ ...shutdown, kind: 'reboot', cancel_requested: true });
  const { item } = await asked();

  expect(item).toBeDisabled();
  expect(item).toHaveTextContent('What is under way on it is being cancelled.');
});

test('nothing else is overruled', async () => {
  serve({ ...shutdown, kind: 'snapshot' });
  const { item } = await asked();

  expect(item).toBeDisabled();
  expect(item).toHaveTextContent('Another operation is in progress.');
  expect(screen.getByRole('menuitem', { name: /^Delete/ })).toBeDisabled();
});
