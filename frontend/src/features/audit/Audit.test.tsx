import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import type { AuditEntry, AuditPage } from '@/shared/api/types';
import { problem } from '@/shared/test/cluster';
import { refuse, server } from '@/shared/test/server';

const OPERATION = '0198c0de-5b1c-7000-8000-000000000001';
const entry = (change: Partial<AuditEntry>): AuditEntry => ({
  id: 7,
  at: '2026-03-01T09:00:00Z',
  who: 'ana',
  via: 'session',
  address: '10.0.0.5',
  action: 'guest.start',
  target: 'guest/1042',
  before: null,
  after: null,
  request: '7f3a-42',
  outcome: 'done',
  detail: '',
  operation: null,
  ended: null,
  ...change,
});
const entries = [
  entry({}),
  entry({
    id: 6,
    who: 'ada',
    action: 'person.change',
    target: 'person/ana',
    before: { disabled: false, display: 'Ana' },
    after: { disabled: true, display: 'Ana' },
  }),
  entry({ id: 5, action: 'operation.cancel', target: `operation/${OPERATION}`, outcome: 'refused', detail: 'You may change only guests of your own.' }),
];

let asked: URLSearchParams[] = [];

beforeEach(() => {
  asked = [];
  server.use(
    http.get('*/api/audit', ({ request }) => {
      const query = new URL(request.url).searchParams;
      asked.push(query);
      return HttpResponse.json({ entries: query.get('who') === 'nobody' ? [] : entries, next: null } satisfies AuditPage);
    }),
  );
});

const table = () => screen.findByRole('table', { name: 'Audit' });

test('tells who did what, with what changed and a link to what it was about', async () => {
  open('/audit');
  const [, start, change, cancel] = within(await table()).getAllByRole('row');

  expect(start).toHaveTextContent('anasigned in, from 10.0.0.5');
  expect(await within(start!).findByRole('link', { name: 'web-1 (1042)' })).toHaveAttribute('href', '/guests/pve1/vms/1042');
  expect(
    within(within(change!).getByRole('list', { name: 'What changed' }))
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['disabled: was false is now true']);
  expect(within(change!).getByRole('link', { name: 'person/ana' })).toHaveAttribute('href', '/people/ana');
  expect(cancel).toHaveTextContent('Refused');
  expect(cancel).toHaveTextContent('You may change only guests of your own.');
  expect(within(cancel!).getByRole('link')).toHaveAttribute('href', `/operations/${OPERATION}`);
  await expectAccessible();
});

const FILTERED = 'who=ana&action=guest&target=guest%2F1042&outcome=done&since=2026-03-01T00%3A00%3A00Z&until=2026-03-02T00%3A00%3A00Z';

test('asks for what the address names, and exports the same', async () => {
  open(`/audit?${FILTERED}`);
  await table();

  const all = Object.fromEntries(new URLSearchParams(FILTERED));
  expect(Object.fromEntries(asked[0]!)).toEqual({ ...all, limit: '50' });
  expect(screen.getByRole('link', { name: 'Export as JSON lines' })).toHaveAttribute('href', `/api/audit.jsonl?${FILTERED}`);
});

test('what is typed stands in the address', async () => {
  const { user, router } = open('/audit');
  await table();

  await user.type(screen.getByRole('textbox', { name: 'Who' }), 'ana');
  await user.click(screen.getByRole('combobox', { name: 'Outcome' }));
  await user.click(await screen.findByRole('option', { name: 'Refused' }));

  await waitFor(() => expect(Object.fromEntries(new URLSearchParams(router.state.location.search))).toEqual({ who: 'ana', outcome: 'refused' }));
});

test('tells how the operation of an order ended, and leads to it', async () => {
  const orders = [
    entry({ id: 5, outcome: 'accepted', operation: OPERATION }),
    entry({ id: 4, outcome: 'failed', detail: 'The storage is full.', operation: OPERATION, ended: '2026-03-01T09:00:04Z' }),
    entry({ id: 3, outcome: 'cancelled', operation: OPERATION, ended: '2026-03-01T09:00:04Z' }),
    entry({ id: 2, outcome: 'accepted' }),
  ];
  server.use(http.get('*/api/audit', () => HttpResponse.json({ entries: orders, next: null } satisfies AuditPage)));
  open('/audit');
  const [, running, failed, cancelled, old] = within(await table()).getAllByRole('row');

  expect(running).toHaveTextContent('Under way');
  expect(failed).toHaveTextContent('Failed');
  expect(failed).toHaveTextContent('The storage is full.');
  expect(cancelled).toHaveTextContent('Cancelled');
  expect(within(failed!).getByRole('link', { name: 'Operation' })).toHaveAttribute('href', `/operations/${OPERATION}`);
  expect(old).toHaveTextContent('Accepted');
  expect(within(old!).queryByRole('link', { name: 'Operation' })).not.toBeInTheDocument();
});

test('tells the first values of the order of many, and the others when asked', async () => {
  const members = Array.from({ length: 200 }, (_, index) => ({ vmid: 100 + index }));
  server.use(
    http.get('*/api/audit', () =>
      HttpResponse.json({ entries: [entry({ action: 'group.order', target: 'group/1', after: { members } })], next: null } satisfies AuditPage),
    ),
  );
  const { user } = open('/audit');
  expect(await screen.findByText('100')).toBeVisible();
  expect(screen.getByText('299')).not.toBeVisible();
  expect(screen.getByRole('link', { name: 'group/1' })).toHaveAttribute('href', '/groups/1');

  await user.click(screen.getByText('185 more values'));

  expect(screen.getByText('299')).toBeVisible();
});

test('shows the entries of one operation, and all of them again', async () => {
  const { user, router } = open(`/audit?operation=${OPERATION}`);
  await table();
  expect(asked[0]!.get('operation')).toBe(OPERATION);

  await user.click(screen.getByRole('button', { name: 'Show all entries' }));

  await waitFor(() => expect(router.state.location.search).toBe(''));
});

test('tells nothing that matches from nothing at all', async () => {
  const { user } = open('/audit?who=nobody');

  expect(await screen.findByText('No entry matches')).toBeVisible();
  await user.click(screen.getAllByRole('button', { name: 'Clear filters' }).at(-1)!);

  expect(await table()).toBeVisible();
});

test('goes on to older ones', async () => {
  server.use(
    http.get('*/api/audit', ({ request }) => {
      const after = new URL(request.url).searchParams.get('after');
      return HttpResponse.json({
        entries: after === '7' ? [entry({ id: 2, action: 'sign-in', target: '' })] : [entry({})],
        next: after === '7' ? null : '7',
      } satisfies AuditPage);
    }),
  );
  const { user } = open('/audit');

  await user.click(await screen.findByRole('button', { name: 'Show older ones' }));

  expect(await within(await table()).findByText('sign-in')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Show older ones' })).not.toBeInTheDocument();
});

test('whoever may not read it learns which right is missing', async () => {
  server.use(
    http.get('*/api/audit', () =>
      refuse(problem({ type: 'urn:direttore:problem:forbidden', title: 'Not allowed', status: 403, detail: 'Your role is user.', right: 'read-audit' })),
    ),
  );
  open('/audit');

  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('Your role is user.');
  expect(alert).toHaveTextContent('The right that is missing: read who did what.');
});
