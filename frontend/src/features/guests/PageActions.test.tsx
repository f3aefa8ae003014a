import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import { accepted } from '@/shared/test/cluster';
import { serveGuest } from '@/shared/test/guestPage';
import { server } from '@/shared/test/server';

test('what has no room in the line of actions stands in its menu', async () => {
  const sent: string[] = [];
  serveGuest();
  server.use(
    http.post('*/api/proxmox/nodes/:node/vms/:vmid/:action', ({ params }) => {
      sent.push(String(params.action));
      return HttpResponse.json(accepted(), { status: 202 });
    }),
  );
  const { user } = open('/guests/pve1/vms/1042');

  await user.click(await screen.findByRole('button', { name: 'More actions' }));
  const menu = await screen.findByRole('menu');
  expect(
    within(menu)
      .getAllByRole('menuitem')
      .map((item) => item.textContent),
  ).toEqual(['Reboot', 'Stop', 'Delete', 'Hand over…']);
  await expectAccessible();
  await user.click(within(menu).getByRole('menuitem', { name: 'Stop' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Stop' }));

  await waitFor(() => expect(sent).toEqual(['stop']));
});

test('the menu leads to handing over, too', async () => {
  serveGuest();
  const { user } = open('/guests/pve1/vms/1042');

  await user.click(await screen.findByRole('button', { name: 'More actions' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Hand over…' }));

  expect(await screen.findByRole('dialog', { name: 'Hand over web-1 (1042)' })).toBeVisible();
});
