import { act, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import { noteSilence } from '@/shared/api/availability';
import { noAnswer } from '@/shared/api/problem';
import type { Guest, Operation } from '@/shared/api/types';
import { accepted, guest, operation, problem } from '@/shared/test/cluster';
import { FakeEventStream } from '@/shared/test/events';
import { serveGuest } from '@/shared/test/guestPage';
import { refuse, server } from '@/shared/test/server';

const ID = '0198c0de-5b1c-7000-8000-000000000001';

const making = operation({
  kind: 'clone-vm',
  phase: 'clone',
  progress: 0.25,
  request: { name: 'web-1' },
  log: ['create full clone of drive scsi0', 'transferred 2.0 GiB of 8.0 GiB (25.00%)'],
  steps: [
    { name: 'clone', state: 'running', upid: null, started: new Date(Date.now() - 5000).toISOString(), finished: null },
    { name: 'configure', state: 'pending', upid: null, started: null, finished: null },
    { name: 'start', state: 'pending', upid: null, started: null, finished: null },
  ],
});

const failed: Operation = {
  ...making,
  status: 'failed',
  phase: 'failed',
  progress: null,
  finished: '2026-03-01T09:00:04Z',
  error: { type: 'task-failed', message: 'the clone failed', left: null },
  log: ['clone failed: no space left on device'],
  steps: [{ name: 'clone', state: 'failed', upid: null, started: '2026-03-01T09:00:00Z', finished: '2026-03-01T09:00:04Z' }],
};

const serve = (one: Operation) => server.use(http.get('*/api/operations/:id', () => HttpResponse.json(one)));

test('shows the steps, how far the present one is, and the log', async () => {
  serve(making);
  open(`/operations/${ID}`);

  expect(await screen.findByRole('heading', { level: 1, name: 'Clone VM · web-1 (1042)' })).toBeVisible();
  const steps = within(screen.getByRole('list', { name: 'Steps' })).getAllByRole('listitem');
  expect(steps.map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^Copy the templateUnder way · \d+ s25%/),
    expect.stringMatching(/Not begun$/),
    expect.stringMatching(/Not begun$/),
  ]);
  expect(screen.getByText(/transferred 2\.0 GiB/)).toBeVisible();
  await expectAccessible();
});

test('says that its worker is silent instead of claiming progress', async () => {
  serve({ ...making, worker_silent_since: new Date(Date.now() - 20_000).toISOString() });
  open(`/operations/${ID}`);

  const steps = within(await screen.findByRole('list', { name: 'Steps' }));
  expect(steps.getByRole('status')).toHaveTextContent(/^Its worker is silent; another one takes it up\. Last sign of life: (19|20|21) s ago$/);
  expect(steps.queryByRole('progressbar')).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Cancel' })).toBeEnabled();
  await expectAccessible();
});

test('leads to who ordered it', async () => {
  serve(making);
  open(`/operations/${ID}`);

  expect(await screen.findByRole('link', { name: 'Who requested it, in the audit' })).toHaveAttribute('href', `/audit?operation=${making.id}`);
});

test('follows the operation to its end as it is told', async () => {
  serve(making);
  open(`/operations/${ID}`);
  await screen.findByText('25%');

  serve({ ...making, progress: 0.75 });
  act(() => FakeEventStream.latest.tell({ type: 'operation', subject: ID }, '8'));

  expect(await screen.findByText('75%')).toBeVisible();
});

test('a failure says at which step, the line of the log, and tries again', async () => {
  const again = 'aaaaaaaa-5b1c-7000-8000-000000000009';
  serve(failed);
  server.use(http.post('*/api/operations/:id/retry', () => HttpResponse.json(accepted({ operation: again }), { status: 202 })));
  const { user, router } = open(`/operations/${ID}`);
  const alert = await screen.findByRole('alert');

  expect(alert).toHaveTextContent('Failed at: Copy the template');
  expect(alert).toHaveTextContent('clone failed: no space left on device');
  await user.click(within(alert).getByRole('button', { name: 'Try again' }));

  await waitFor(() => expect(router.state.location.pathname).toBe(`/operations/${again}`));
});

const left = { type: 'qemu' as const, node: 'pve1', vmid: 1042, state: 'running' as const, lock: null };
const cancelled: Operation = { ...failed, status: 'cancelled', error: { type: 'cancelled', message: 'VM 1042 on pve1 was made and is running', left } };

test('what a cancelled order left behind can be deleted, after the usual question', async () => {
  serve(cancelled);
  serveGuest({ status: 'running' });
  const { user, router } = open(`/operations/${ID}`);
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('was made and is running');

  await user.click(await within(alert).findByRole('link', { name: 'Delete web-1 (1042)' }));

  expect(await screen.findByRole('dialog', { name: 'Delete web-1 (1042)?' })).toBeVisible();
  expect(router.state.location.pathname).toBe('/guests/pve1/vms/1042');
});

test('while somebody is away what was left behind cannot be deleted, and the same button says why', async () => {
  serve(cancelled);
  serveGuest({ status: 'running' });
  open(`/operations/${ID}`);
  const link = await screen.findByRole('link', { name: 'Delete web-1 (1042)' });
  act(() => link.focus());

  act(() => noteSilence('/api/proxmox/guests', noAnswer()));

  expect(link).toHaveFocus();
  expect(link).toHaveAttribute('aria-disabled', 'true');
  expect(link).toHaveAccessibleDescription('Direttore does not answer.');
});

test.each<[string, Partial<Guest>, Partial<typeof left> | { lock: string }]>([
  ['is gone', { vmid: 7 }, {}],
  ['is another guest by now', { type: 'lxc' }, {}],
  ['is locked', {}, { lock: 'clone' }],
])('nothing is offered to be deleted where it %s', async (_, listed, change) => {
  serve({ ...cancelled, error: { type: 'cancelled', message: 'left', left: { ...left, ...change } } });
  let read = false;
  server.use(
    http.get('*/api/proxmox/guests', () => {
      read = true;
      return HttpResponse.json([guest(listed)]);
    }),
  );
  open(`/operations/${ID}`);

  expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible();
  await waitFor(() => expect(read).toBe(true));
  expect(screen.queryByRole('link', { name: /^Delete/ })).not.toBeInTheDocument();
});

test('trying again asks for the password that was forgotten', async () => {
  const sent: unknown[] = [];
  serve({ ...failed, secrets: ['password'] });
  server.use(
    http.post('*/api/operations/:id/retry', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(accepted(), { status: 202 });
    }),
  );
  const { user } = open(`/operations/${ID}`);

  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByLabelText(/Password/), 'changeme');
  await user.click(within(dialog).getByRole('button', { name: 'Submit again' }));

  await waitFor(() => expect(sent).toEqual([{ password: 'changeme' }]));
});

test('says when there is no such operation', async () => {
  server.use(
    http.get('*/api/operations/:id', () =>
      refuse(problem({ type: 'urn:direttore:problem:not-found', title: 'Not found', status: 404, detail: 'there is no such operation' })),
    ),
  );
  open(`/operations/${ID}`);

  expect(await screen.findByRole('alert')).toHaveTextContent('there is no such operation');
});

test('what ended between the first read and the first news is shown as ended', async () => {
  serve(making);
  open(`/operations/${ID}`);
  await screen.findByText(/transferred 2\.0 GiB/);
  serve(failed);

  act(() => FakeEventStream.latest.hello());

  expect(await screen.findByRole('alert')).toHaveTextContent('no space left on device');
});
