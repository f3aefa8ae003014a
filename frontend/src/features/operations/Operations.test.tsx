import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import type { OperationPage } from '@/shared/api/types';
import { operation, problem } from '@/shared/test/cluster';
import { refuse, server } from '@/shared/test/server';

const failed = operation({
  id: '0198c0de-5b1c-7000-8000-000000000002',
  kind: 'create-lxc',
  type: 'lxc',
  vmid: 3001,
  status: 'failed',
  phase: 'failed',
  finished: '2026-03-01T09:00:04Z',
  requested_by: 'ada',
  request: { hostname: 'my-container' },
  error: { type: 'task-failed', message: 'unable to create CT 3001 - no space left', left: null },
});

let asked: URLSearchParams[] = [];

beforeEach(() => {
  asked = [];
  server.use(
    http.get('*/api/operations', ({ request }) => {
      const query = new URL(request.url).searchParams;
      if (query.get('limit') === '50') {
        asked.push(query);
      }
      const operations = query.get('vmid') === '999' ? [] : [operation(), failed].filter(({ status }) => query.get('status')?.includes(status) ?? true);
      return HttpResponse.json({ operations, next: null } satisfies OperationPage);
    }),
  );
});

test('lists what was ordered, by whom and how it went', async () => {
  open('/operations');
  const table = await screen.findByRole('table');
  const row = await within(table).findByRole('row', { name: /Create container · my-container \(3001\)/ });

  expect(row).toHaveTextContent('Failed');
  expect(row).toHaveTextContent('no space left');
  expect(row).toHaveTextContent('ada');
  expect(row).toHaveTextContent('4 s');
  for (const word of ['Requested by', 'Requested', 'Duration']) {
    expect(within(table).getByRole('columnheader', { name: word })).toBeVisible();
  }
  await expectAccessible();
});

test('asks for what the address names', async () => {
  open('/operations?status=failed&kind=create-lxc&by=ada&vmid=3001');
  await screen.findByRole('table');

  expect(Object.fromEntries(asked[0]!)).toMatchObject({ status: 'failed', kind: 'create-lxc', requested_by: 'ada', vmid: '3001' });
});

test('a VMID and a person can be typed, and stand in the address', async () => {
  const { user, router } = open('/operations');
  await screen.findByRole('table');

  await user.type(screen.getByRole('textbox', { name: 'Guest (VMID)' }), '3001');
  await user.type(screen.getByRole('textbox', { name: 'Requested by' }), 'ada');

  expect(screen.getByRole('textbox', { name: 'Guest (VMID)' })).toHaveValue('3001');
  await waitFor(() => expect(router.state.location.search).toBe('?vmid=3001&by=ada'));
});

test('tells nothing that matches from nothing at all', async () => {
  const { user } = open('/operations?vmid=999');

  await screen.findByText('No operation matches');
  await user.click(screen.getAllByRole('button', { name: 'Clear filters' }).at(-1)!);

  expect(await screen.findByRole('table')).toBeVisible();
});

test('leads to the wizard while there are none', async () => {
  server.use(http.get('*/api/operations', () => HttpResponse.json({ operations: [], next: null } satisfies OperationPage)));
  open('/operations');

  expect(await screen.findByText('No operations yet')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Provision a machine' })).toHaveAttribute('href', '/provision');
});

test('goes on to earlier ones', async () => {
  server.use(
    http.get('*/api/operations', ({ request }) => {
      const after = new URL(request.url).searchParams.get('after');
      return HttpResponse.json({ operations: after === 'more' ? [failed] : [operation()], next: after === 'more' ? null : 'more' } satisfies OperationPage);
    }),
  );
  const { user } = open('/operations');

  await user.click(await screen.findByRole('button', { name: 'Show earlier ones' }));

  expect(await within(await screen.findByRole('table')).findByText(/my-container/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Show earlier ones' })).not.toBeInTheDocument();
});

test('says why they cannot be listed', async () => {
  server.use(http.get('*/api/operations', () => refuse(problem({ type: 'urn:direttore:problem:unexpected', title: 'Something went wrong', status: 500 }))));
  open('/operations');

  expect(await screen.findByRole('alert')).toHaveTextContent('Cannot load the operations');
});

test('says in the list that the worker of an operation is silent', async () => {
  const quiet = operation({ worker_silent_since: new Date(Date.now() - 60_000).toISOString() });
  server.use(http.get('*/api/operations', () => HttpResponse.json({ operations: [quiet], next: null } satisfies OperationPage)));
  open('/operations');

  const table = within(await screen.findByRole('table'));
  expect(table.getByText(/^Its worker is silent; another one takes it up/)).toBeVisible();
});
