import { screen, waitFor, within } from '@testing-library/react';
import { http } from 'msw';
import { expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import { problem } from '@/shared/test/cluster';
import { refuse, server } from '@/shared/test/server';

async function opened(path = '/') {
  const ui = open(path);
  await screen.findByRole('heading', { level: 1 });
  return ui;
}

test.each([
  ['gr', '/resources'],
  ['gp', '/provision'],
  ['go', '/operations'],
  ['n', '/provision'],
])('%s goes to %s', async (typed, place) => {
  const { user, router } = await opened();

  await user.keyboard(typed);

  await waitFor(() => expect(router.state.location.pathname).toBe(place));
});

test('? lists the shortcuts', async () => {
  const { user } = await opened();

  await user.keyboard('?');

  expect(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).toHaveTextContent('Resources');
  await expectAccessible();
});

test('/ goes to the filter, where keys are letters again', async () => {
  const { user, router } = await opened('/resources');
  const filter = await screen.findByRole('textbox', { name: 'Filter guests' });

  await user.keyboard('/');
  expect(filter).toHaveFocus();
  await user.keyboard('go');

  expect(filter).toHaveValue('go');
  expect(router.state.location.pathname).toBe('/resources');
});

test('Ctrl+K finds a guest by its name and opens it', async () => {
  const { user, router } = await opened();

  await user.keyboard('{Control>}k{/Control}');
  const palette = await screen.findByRole('dialog');
  await user.type(within(palette).getByRole('textbox'), 'db-1');
  expect(await within(palette).findByText('db-1 (1043)')).toBeVisible();
  await user.keyboard('{ArrowDown}{Enter}');

  await waitFor(() => expect(router.state.location.pathname).toBe('/guests/pve2/lxc/1043'));
});

test('Ctrl+K finds pages, nodes and actions', async () => {
  const { user, router } = await opened();

  await user.keyboard('{Control>}k{/Control}');
  const palette = await screen.findByRole('dialog');
  const field = within(palette).getByRole('textbox');
  await user.type(field, 'pve2');
  expect(await within(palette).findByText('pve2')).toBeVisible();
  await user.clear(field);
  await user.type(field, 'new cont');
  await user.click(await within(palette).findByText('New container'));

  await waitFor(() => expect(router.state.location.pathname + router.state.location.search).toBe('/provision?type=lxc'));
});

test('what was never read is not said to be nowhere', async () => {
  server.use(http.get('*/api/proxmox/nodes', () => refuse(problem())));
  const { user } = await opened();

  await user.keyboard('{Control>}k{/Control}');
  const palette = await screen.findByRole('dialog');
  await user.type(within(palette).getByRole('textbox'), 'pve9');

  expect(await within(palette).findByText(/Guests and nodes have not been read yet/)).toBeVisible();
  expect(within(palette).queryByText('Nothing found')).not.toBeInTheDocument();
});
