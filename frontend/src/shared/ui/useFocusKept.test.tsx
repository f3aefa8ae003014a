import { act, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useFocusKept } from './useFocusKept';

function Control({ loading }: { loading: boolean }) {
  return (
    <button ref={useFocusKept<HTMLButtonElement>(loading)} disabled={loading}>
      Cancel
    </button>
  );
}

const page = (loading: boolean | null) => (
  <>
    <h1 tabIndex={-1}>Reservations</h1>
    {loading !== null && <Control loading={loading} />}
    <button>Another</button>
  </>
);

const button = (name: string) => screen.getByRole('button', { name });

/** Takes the focus away from what is disabled, as browsers do. */
const blur = () => act(() => button('Cancel').blur());

test('a control has the focus again once it is no longer loading', () => {
  const { rerender } = render(page(false));
  button('Cancel').focus();
  rerender(page(true));
  blur();

  rerender(page(false));

  expect(button('Cancel')).toHaveFocus();
});

test('the heading has the focus of a control that is gone', () => {
  const { rerender } = render(page(false));
  button('Cancel').focus();
  rerender(page(true));
  blur();
  rerender(page(null));
  expect(screen.getByRole('heading')).toHaveFocus();

  rerender(page(false));
  button('Cancel').focus();
  rerender(page(null));
  expect(screen.getByRole('heading')).toHaveFocus();
});

test('what has the focus by then keeps it', () => {
  const { rerender } = render(page(false));
  button('Cancel').focus();
  rerender(page(true));
  button('Another').focus();

  rerender(page(null));

  expect(button('Another')).toHaveFocus();
});
