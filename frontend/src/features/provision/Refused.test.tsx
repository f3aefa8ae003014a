import { screen, waitFor, within } from '@testing-library/react';
import { http } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { open } from '@/app/test/open';
import { problem } from '@/shared/test/cluster';
import { refuse, server } from '@/shared/test/server';
import { type Draft } from './draft';
import { clone, field, heading, kept, next, refusal, serveWizard } from './test/wizard';

beforeEach(serveWizard);

/** The wizard with a draft that the browser kept, at a step. */
const at = (step: number, draft: Draft) => open(kept(step, draft));

test('what the server refuses is shown at its field and keeps one from the review', async () => {
  server.use(
    http.post('*/api/proxmox/nodes/:node/vms', ({ request }) => {
      expect(new URL(request.url).searchParams.get('check')).toBe('true');
      return refusal({
        field: 'nics[0].bridge',
        detail: 'pve1 has no bridge vmbr0',
        errors: [{ field: 'nics[0].bridge', detail: 'pve1 has no bridge vmbr0' }],
      });
    }),
  );
  const { user } = at(4, clone);
  const net0 = await screen.findByRole('group', { name: 'net0' });
  await user.click(next());

  await waitFor(() => expect(within(net0).getByLabelText(/^Bridge/)).toHaveAccessibleDescription('pve1 has no bridge vmbr0'));
  expect(screen.getByRole('heading', { name: 'Step 4 of 6: Node and network' })).toBeVisible();
});

test('what the server refuses of an earlier step leads back to it', async () => {
  server.use(
    http.post('*/api/proxmox/nodes/:node/vms', () =>
      refusal({
        errors: [
          { field: 'name', detail: 'web-1 is a name in use' },
          { field: 'disk', detail: 'local-lvm has 3 GiB free' },
        ],
      }),
    ),
  );
  const { user } = at(4, clone);
  await screen.findByRole('group', { name: 'net0' });
  await user.click(next());

  expect(await heading('Step 3 of 6: Resources')).toBeVisible();
  expect(field('Name')).toHaveAccessibleDescription(/web-1 is a name in use/);
  expect(field('Grow the disk to (GiB)')).toHaveAccessibleDescription(/local-lvm has 3 GiB free/);
  await user.type(field('Name'), '0');
  expect(field('Name')).toBeValid();
});

test('a refusal that names no field is shown by itself', async () => {
  let checks = 0;
  server.use(
    http.post('*/api/proxmox/nodes/:node/vms', () => {
      checks += 1;
      return refuse(problem());
    }),
  );
  const { user, router } = at(4, clone);
  await screen.findByRole('group', { name: 'net0' });
  await user.click(next());
  expect(await screen.findByRole('alert')).toHaveTextContent('no host of the cluster answered');

  await waitFor(() => expect(next()).toBeEnabled());
  await user.click(next());

  await waitFor(() => expect(checks).toBe(2));
  expect(router.state.location.search).toBe('?step=4');
});

test('an order that is refused at last leads back to its field', async () => {
  const { user } = at(5, clone);
  await heading('Step 5 of 6: Review');
  server.use(
    http.post('*/api/proxmox/nodes/:node/vms', () =>
      refusal({
        type: 'urn:direttore:problem:vmid-in-use',
        status: 409,
        field: 'vmid',
        detail: 'vmid 1044 was taken meanwhile',
        errors: [{ field: 'vmid', detail: 'vmid 1044 was taken meanwhile' }],
      }),
    ),
  );

  await user.click(screen.getByRole('button', { name: 'Create' }));

  expect(await heading('Step 3 of 6: Resources')).toBeVisible();
  expect(field('VMID')).toHaveAccessibleDescription(/vmid 1044 was taken meanwhile/);
});

test('that somebody has the node to themselves is said where one chooses it', async () => {
  const detail = 'pve1 is reserved whole until 2026-12-01 12:00 (Europe/Rome), by ana (BGP lesson)';
  server.use(http.post('*/api/proxmox/nodes/:node/vms', () => refusal({ type: 'urn:direttore:problem:node-reserved', status: 409, field: 'node', detail })));
  const { user } = at(4, clone);
  await screen.findByRole('group', { name: 'net0' });
  await user.click(next());

  await waitFor(() => expect(screen.getByRole('radiogroup', { name: 'Node' })).toHaveAccessibleDescription(detail));
  expect(screen.getByRole('heading', { name: 'Step 4 of 6: Node and network' })).toBeVisible();
});
