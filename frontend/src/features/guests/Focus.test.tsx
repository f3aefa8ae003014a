import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { open } from '@/app/test/open';
import { serveGuest } from '@/shared/test/guestPage';

test('a question that is not answered leaves the focus at the button that asked it', async () => {
  serveGuest();
  const { user } = open('/guests/pve1/vms/1042');
  const stop = await screen.findByRole('button', { name: 'Stop' });

  await user.click(stop);
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Cancel' }));

  await waitFor(() => expect(stop).toHaveFocus());
});

test('and at the button of the menu where it was asked', async () => {
  const { user } = open('/resources');
  const name = 'Actions on web-1 (1042)';

  await user.click(await screen.findByRole('button', { name }));
  await user.click(await screen.findByRole('menuitem', { name: 'Stop' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Cancel' }));

  await waitFor(() => expect(screen.getByRole('button', { name })).toHaveFocus());
});
