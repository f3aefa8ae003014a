import { createMemoryRouter, RouterProvider } from 'react-router';
import { MantineProvider } from '@mantine/core';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { Suspense } from 'react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { server } from '@/shared/test/server';
import { ErrorPage } from './ErrorPage';
import { browser, fetched } from './fetched';
import { part } from './part';

const page = (lazy: () => Promise<never>) => {
  const router = createMemoryRouter([{ path: '/', lazy, errorElement: <ErrorPage />, HydrateFallback: () => null }]);
  render(
    <MantineProvider env="test">
      <RouterProvider router={router} />
    </MantineProvider>,
  );
};

test('a page whose files cannot be had blames the server, not itself', async () => {
  vi.spyOn(browser, 'reload').mockReturnValue();
  page(() => fetched(() => Promise.reject(new TypeError('Failed to fetch dynamically imported module'))));

  expect(await screen.findByRole('heading', { name: 'This page cannot be fetched' })).toBeVisible();
  expect(screen.getByText(/Direttore does not answer/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
});

test('a page that throws says that it broke', async () => {
  page(() => Promise.reject(new TypeError('x is undefined')));

  expect(await screen.findByRole('heading', { name: 'This page broke' })).toBeVisible();
});

describe('a page whose files cannot be had', () => {
  const reload = vi.spyOn(browser, 'reload');
  const missing = () => page(() => fetched(() => Promise.reject(new TypeError('Failed to fetch dynamically imported module'))));

  beforeEach(() => void reload.mockReset());

  test('is loaded again once, where the server has been replaced', async () => {
    missing();
    await waitFor(() => expect(reload).toHaveBeenCalledOnce());
    cleanup();

    // As after the reload, which did not help.
    missing();
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible();
    await waitFor(() => expect(screen.queryByText('It is tried again every 5 seconds.')).not.toBeInTheDocument());
    expect(reload).toHaveBeenCalledOnce();
  });

  test('is left as it is while the server is away, and loaded again when it is back', async () => {
    browser.pause = 50;
    server.use(http.get('*/api/about', () => HttpResponse.error()));
    missing();
    expect(await screen.findByText('It is tried again every 5 seconds.')).toBeVisible();
    expect(reload).not.toHaveBeenCalled();

    server.resetHandlers();
    await waitFor(() => expect(reload).toHaveBeenCalled());
  });
});

test('a part of a page that cannot be had leaves the rest as it is', async () => {
  const Part = part(() => Promise.reject<() => null>(new TypeError('Failed to fetch dynamically imported module')));
  render(
    <MantineProvider env="test">
      <p>What was typed</p>
      <Suspense fallback={null}>
        <Part />
      </Suspense>
    </MantineProvider>,
  );

  expect(await screen.findByRole('alert')).toHaveTextContent('A part of this page cannot be fetched');
  expect(screen.getByText('What was typed')).toBeVisible();
});
