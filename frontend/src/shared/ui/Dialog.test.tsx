import { MantineProvider } from '@mantine/core';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { Dialog } from './Dialog';

function Page({ keeps, opened = false }: { keeps: boolean; opened?: boolean }) {
  const [open, setOpen] = useState(opened);
  const [done, setDone] = useState(false);
  return (
    <MantineProvider env="test">
      <h1 tabIndex={-1}>Guests</h1>
      {done && !keeps ? null : <button onClick={() => setOpen(true)}>Delete</button>}
      <Dialog opened={open} onClose={() => setOpen(false)} title="Sure?">
        <button
          onClick={() => {
            setDone(true);
            setOpen(false);
          }}
        >
          Yes
        </button>
      </Dialog>
    </MantineProvider>
  );
}

test('a dialog gives the focus back to what opened it', async () => {
  const user = userEvent.setup();
  render(<Page keeps />);
  const opener = screen.getByRole('button', { name: 'Delete' });

  await user.click(opener);
  await waitFor(() => expect(screen.getByRole('dialog')).toContainElement(document.activeElement as HTMLElement));
  await user.keyboard('{Escape}');

  await waitFor(() => expect(opener).toHaveFocus());
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

test('where the opener is gone with what was done, the heading has the focus', async () => {
  const user = userEvent.setup();
  render(<Page keeps={false} />);

  await user.click(screen.getByRole('button', { name: 'Delete' }));
  await user.click(await screen.findByRole('button', { name: 'Yes' }));

  await waitFor(() => expect(screen.getByRole('heading', { name: 'Guests' })).toHaveFocus());
});

test('where it was open from the beginning, the heading has the focus', async () => {
  const user = userEvent.setup();
  render(<Page keeps opened />);

  await user.click(await screen.findByRole('button', { name: 'Yes' }));

  await waitFor(() => expect(screen.getByRole('heading', { name: 'Guests' })).toHaveFocus());
});
