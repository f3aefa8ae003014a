import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';

async function opened(path: string) {
  const ui = open(path);
  await screen.findByRole('table', { name: 'Resources' });
  const button = screen.getByRole('button', { name: 'Saved views' });
  const show = async () => {
    await ui.user.click(button);
    return screen.findByRole('dialog', { name: 'Saved views' });
  };
  return { ...ui, button, show };
}

const keep = (...views: { name: string; search: string }[]) => localStorage.setItem('direttore.views', JSON.stringify(views));
const kept = () => JSON.parse(localStorage.getItem('direttore.views') ?? '[]') as unknown;

test('the present filter, order and columns get a name and are found again', async () => {
  const { user, router, show } = await opened('/resources?q=type%3Alxc&sort=-name&cols=name%2Cnode');
  await user.type(within(await show()).getByRole('textbox', { name: 'Name of the present view' }), 'Containers{Enter}');
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  await router.navigate('/resources');
  await screen.findByText('2 guests');

  await user.click(within(await show()).getByRole('button', { name: 'Containers' }));

  expect(await screen.findByText('1 of 2 guests')).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'Filter guests' })).toHaveValue('type:lxc');
  expect(
    screen
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent)
      .filter(Boolean),
  ).toEqual(['Name', 'Node']);
  expect(router.state.location.search).toBe('?q=type%3Alxc&sort=-name&cols=name%2Cnode');
});

test('is used by keyboard alone, and the focus comes back', async () => {
  keep({ name: 'Running', search: '?q=status%3Arunning' });
  const { user, button } = await opened('/resources');
  button.focus();
  await user.keyboard('{Enter}');
  const dialog = await screen.findByRole('dialog', { name: 'Saved views' });
  await waitFor(() => expect(within(dialog).getByRole('textbox')).toHaveFocus());
  await expectAccessible();
  await user.keyboard('{Escape}');

  await waitFor(() => expect(button).toHaveFocus());

  await user.keyboard('{Enter}');
  await waitFor(() => expect(within(screen.getByRole('dialog')).getByRole('textbox')).toHaveFocus());
  await user.tab({ shift: true });
  await user.tab({ shift: true });
  expect(screen.getByRole('button', { name: 'Running' })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(await screen.findByText('1 of 2 guests')).toBeVisible();
});

test('tells which one is shown, and replaces one of the same name', async () => {
  keep({ name: 'Mine', search: '?q=web' });
  const { user, router, show } = await opened('/resources?q=web');
  const dialog = await show();
  expect(within(dialog).getByRole('button', { name: 'Mine' })).toHaveAttribute('aria-current', 'true');

  await user.keyboard('{Escape}');
  await user.clear(screen.getByRole('textbox', { name: 'Filter guests' }));
  await waitFor(() => expect(router.state.location.search).toBe(''));
  await user.click(within(await show()).getByRole('textbox'));
  await user.keyboard('Mine');
  await user.click(screen.getByRole('button', { name: 'Replace' }));

  expect(kept()).toEqual([{ name: 'Mine', search: '' }]);
});

test('is deleted at once, and brought back', async () => {
  keep({ name: 'Mine', search: '?q=web' });
  const { user, show } = await opened('/resources');

  await user.click(within(await show()).getByRole('button', { name: 'Delete the view Mine' }));
  expect(kept()).toEqual([]);
  await user.click(await screen.findByRole('button', { name: 'Undo' }));

  expect(kept()).toEqual([{ name: 'Mine', search: '?q=web' }]);
});

test('what cannot be read as views is none', async () => {
  localStorage.setItem('direttore.views', '{"name":1}');
  const { show } = await opened('/resources');

  expect(await show()).toHaveTextContent('This browser keeps it.');
});

test('two that are deleted are both brought back', async () => {
  keep({ name: 'Mine', search: '?q=web' }, { name: 'Other', search: '?q=db' });
  const { user, show } = await opened('/resources');

  const dialog = await show();
  await user.click(within(dialog).getByRole('button', { name: 'Delete the view Mine' }));
  await user.click(within(dialog).getByRole('button', { name: 'Delete the view Other' }));
  const undos = await screen.findAllByRole('button', { name: 'Undo' });
  expect(undos).toHaveLength(2);
  for (const undo of undos) {
    await user.click(undo);
  }

  expect(kept()).toEqual([
    { name: 'Mine', search: '?q=web' },
    { name: 'Other', search: '?q=db' },
  ]);
});

test('one that cannot be read hides no other', async () => {
  localStorage.setItem('direttore.views', JSON.stringify([{ name: 1 }, { name: 'Mine', search: '?q=web' }]));
  const { show } = await opened('/resources');

  expect(within(await show()).getByRole('button', { name: 'Mine' })).toBeVisible();
});
