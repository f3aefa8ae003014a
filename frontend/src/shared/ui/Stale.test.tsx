import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Stale } from './Stale';

const shown = (trouble: string | null) =>
  render(
    <MantineProvider env="test">
      <Stale snapshot={{ takenAt: Date.now() - 150_000, trouble }} />
    </MantineProvider>,
  );

test('old figures are called old, with the reason', () => {
  shown('Proxmox at pve1 cannot be reached');

  expect(screen.getByRole('status')).toHaveTextContent('The cluster does not answer');
  expect(screen.getByRole('status')).toHaveTextContent('2 min ago');
  expect(screen.getByRole('status')).toHaveTextContent('Proxmox at pve1 cannot be reached');
});

test('fresh figures need no word', () => {
  shown(null);

  expect(screen.getByRole('status')).toBeEmptyDOMElement();
});
