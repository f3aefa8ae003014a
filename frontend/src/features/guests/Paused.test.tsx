import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { afterEach, expect, test } from 'vitest';
import { open } from '@/app/test/open';
import { accepted } from '@/shared/test/cluster';
import { serveGuest } from '@/shared/test/guestPage';
import { server } from '@/shared/test/server';
import { bulkStore } from './actions/bulkStore';

afterEach(() => bulkStore.clear());

function ordered() {
  const calls: string[] = [];
  server.use(
    http.post('*/api/proxmox/nodes/:node/:kind/:vmid/:action', ({ params }) => {
      calls.push(`${String(params.action)} ${String(params.vmid)}`);
      return HttpResponse.json(accepted({ kind: 'resume' }), { status: 202 });
    }),
  );
  return calls;
}

test('a paused VM can be resumed or stopped, and nothing else until then', async () => {
  serveGuest({ status: 'paused' });
  const calls = ordered();
  const { user } = open('/guests/pve1/vms/1042');
  const resume = await screen.findByRole('button', { name: 'Resume' });

  expect(screen.queryByRole('button', { name: 'Start' })).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Shut down' })).toHaveAttribute('aria-disabled', 'true');
  expect(screen.getByRole('button', { name: 'Reboot' })).toHaveAttribute('aria-disabled', 'true');
  expect(screen.getByRole('button', { name: 'Stop' })).not.toHaveAttribute('aria-disabled');
  await user.click(resume);

  await waitFor(() => expect(calls).toEqual(['resume 1042']));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

test('what runs is not offered to be resumed', async () => {
  serveGuest({ status: 'running' });
  open('/guests/pve1/vms/1042');

  expect(await screen.findByRole('button', { name: 'Start' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Resume' })).not.toBeInTheDocument();
});

test('a locked VM is resumed only after the question', async () => {
  serveGuest({ status: 'paused', lock: 'backup', lock_since: new Date().toISOString(), lock_wait_seconds: 1800 });
  const calls = ordered();
  const { user } = open('/guests/pve1/vms/1042');

  await user.click(await screen.findByRole('button', { name: 'Resume' }));
  const dialog = await screen.findByRole('dialog', { name: 'Resume web-1 (1042)?' });
  expect(dialog).toHaveTextContent('The guest goes on where it was paused.');
  expect(calls).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Resume' }));

  await waitFor(() => expect(calls).toEqual(['resume 1042']));
});

test('a link to the question before a deletion asks it once', async () => {
  serveGuest({ status: 'stopped' });
  const { user, router } = open('/guests/pve1/vms/1042?ask=delete');

  const dialog = await screen.findByRole('dialog', { name: 'Delete web-1 (1042)?' });
  expect(router.state.location.search).toBe('');
  await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));

  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
});
