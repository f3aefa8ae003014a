import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import type { Placement } from '@/shared/api/types';
import { candidate, guest } from '@/shared/test/cluster';
import { server } from '@/shared/test/server';
import { type Draft, newNic } from './draft';
import { asked, clone, draftKept, heading, kept, next, sent, serveWizard } from './test/wizard';

beforeEach(serveWizard);

/** The wizard with a draft that the browser kept, at a step. */
const at = (step: number, draft: Draft) => open(kept(step, draft));

test('offers every template of the cluster before it asks for a node', async () => {
  const { user } = open('/provision');
  await user.click(await screen.findByRole('button', { name: 'Next' }));

  expect(await heading('Step 2 of 6: Template')).toBeVisible();
  expect(await screen.findByRole('radio', { name: 'debian-13' })).toBeEnabled();
  expect(screen.getByText(/pve1, pve3$/)).toBeVisible();
});

test('takes the best node that can take the template, says why, and why others cannot', async () => {
  at(4, { ...clone, node: '' });

  expect(await screen.findByRole('radio', { name: 'pve2' })).toBeChecked();
  expect(screen.getByText('pve2 has the most room.')).toBeVisible();
  expect(screen.getByRole('radio', { name: 'pve1' })).toBeEnabled();
  expect(screen.getByText('Over-committed: only 1 GiB of memory and 2 cores left to promise')).toBeVisible();
  expect(screen.getByRole('radio', { name: 'pve3' })).toBeDisabled();
  expect(screen.getByText('pve3 is not online')).toBeVisible();
  await waitFor(() => expect(draftKept().node).toBe('pve2'));
  expect(asked.at(-1)).toBe('clone_from=9000&cores=2&memory=2048&start=true');
  await expectAccessible();
});

test('keeps the node that somebody chose, and moves on from one that cannot take it', async () => {
  const { user, unmount } = at(4, clone);
  expect(await screen.findByRole('radio', { name: 'pve1' })).toBeChecked();
  await user.click(next());
  expect(await heading('Step 5 of 6: Review')).toBeVisible();
  unmount();

  at(4, { ...clone, node: 'pve3' });

  expect(await screen.findByText('pve3 was chosen before, but cannot take it: pve3 is not online. pve2 is chosen instead.')).toBeVisible();
  expect(screen.getByRole('radio', { name: 'pve2' })).toBeChecked();
});

test('a clone of a locked template waits, or is refused as one chooses', async () => {
  const locked = guest({ vmid: 9000, name: 'debian-13', template: true, lock: 'backup', lock_wait_seconds: 1800 });
  server.use(http.get('*/api/proxmox/guests', () => HttpResponse.json([locked, guest({ vmid: 9001, name: 'rocky-10', template: true })])));
  const { user } = at(2, clone);
  expect(await screen.findByText('Locked by backup. Orders wait for that up to 30 min.')).toBeVisible();
  const choice = () => screen.getByRole('checkbox', { name: 'Do not wait: refuse the order while the guest is locked' });
  expect(choice()).not.toBeChecked();
  await expectAccessible();

  fireEvent.click(screen.getByRole('radio', { name: 'rocky-10' }));
  await waitFor(() => expect(screen.queryByText(/Locked by/)).not.toBeInTheDocument());
  fireEvent.click(screen.getByRole('radio', { name: 'debian-13' }));
  await screen.findByText(/Locked by/);
  fireEvent.click(choice());
  await user.click(next());
  await heading('Step 3 of 6: Resources');
  await user.click(next());
  await heading('Step 4 of 6: Node and network');
  await screen.findByRole('radio', { name: 'pve1' });
  await user.click(next());

  expect(await screen.findByRole('button', { name: /^If locked: Refuse the order\./ })).toBeVisible();
  expect(sent).toMatchObject([{ check: true, body: { clone_from: 9000, wait_for_lock: false } }]);
});

test('what is not locked is ordered without a word of waiting', async () => {
  const { user } = at(4, clone);
  await screen.findByRole('radio', { name: 'pve1' });
  await user.click(next());
  await heading('Step 5 of 6: Review');

  expect(sent[0]?.body).not.toHaveProperty('wait_for_lock');
  expect(screen.queryByText('If locked')).not.toBeInTheDocument();
});

test('another template keeps the node, and a bridge that a node lacks is replaced with a word', async () => {
  at(2, { ...clone, node: 'pve1', template: '9000' });
  fireEvent.click(await screen.findByRole('radio', { name: 'rocky-10' }));
  await waitFor(() => expect(draftKept()).toMatchObject({ template: '9001', node: 'pve1' }));
  cleanup();

  at(4, { ...clone, nics: [newNic('vmbr0'), newNic('lab9')] });

  expect(await screen.findByText('net1: lab9 is not to be had on pve1; vmbr0 is chosen instead.')).toBeVisible();
});

test('does not go on where no node can take it', async () => {
  server.use(
    http.get('*/api/proxmox/placement', () =>
      HttpResponse.json({
        nodes: [candidate('pve1', { possible: false, fits: false, obstacle: 'pve1 has 2.0 GiB in all' })],
        choice: null,
      } satisfies Placement),
    ),
  );
  const { user } = at(4, clone);
  expect(await screen.findByText(/^No node can take it\./)).toBeVisible();

  await user.click(next());

  expect(await screen.findByRole('alert')).toHaveTextContent('Choose a node that can take it.');
  expect(sent).toEqual([]);
});

test('wants a template of the right kind, which can be searched', async () => {
  const { user } = at(2, { ...clone, template: '' });
  await screen.findByRole('radio', { name: 'debian-13' });
  expect(screen.queryByRole('radio', { name: 'ubuntu-22.04' })).not.toBeInTheDocument();
  await user.click(next());
  expect(await screen.findByRole('alert')).toHaveTextContent('Choose a template.');

  await user.type(screen.getByRole('textbox', { name: 'Search templates' }), 'rock');
  await waitFor(() => expect(screen.queryByRole('radio', { name: 'debian-13' })).not.toBeInTheDocument());
  await user.click(screen.getByRole('radio', { name: 'rocky-10' }));
  await user.click(next());

  expect(await heading('Step 3 of 6: Resources')).toBeVisible();
});
