import { createMemoryRouter, RouterProvider } from 'react-router';
import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ErrorPage } from './ErrorPage';
import { fetched } from './fetched';

const page = (lazy: () => Promise<never>) => {
  const router = createMemoryRouter([{ path: '/', lazy, errorElement: <ErrorPage />, HydrateFallback: () => null }]);
  render(
    <MantineProvider env="test">
      <RouterProvider router={router} />
    </MantineProvider>,
  );
};

test('a page whose files cannot be had blames the server, not itself', async () => {
  page(() => fetched(() => Promise.reject(new TypeError('Failed to fetch dynamically imported module'))));

  expect(await screen.findByRole('heading', { name: 'This page cannot be fetched' })).toBeVisible();
  expect(screen.getByText(/Direttore does not answer/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
});

test('a page that throws says that it broke', async () => {
  page(() => Promise.reject(new TypeError('x is undefined')));

  expect(await screen.findByRole('heading', { name: 'This page broke' })).toBeVisible();
});
