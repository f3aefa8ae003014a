import { createMemoryRouter, RouterProvider } from 'react-router';
import { MantineProvider } from '@mantine/core';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { Suspense } from 'react';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { server } from '@/shared/test/server';
import { ErrorPage } from './ErrorPage';
import { browser, fetched, pauseAfter } from './fetched';
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

  beforeEach(() => {
    reload.mockReset();
    browser.first = 30;
  });
  afterEach(() => void (browser.first = 1000));

  const serve = (entry: string) => server.use(http.get('*/', () => HttpResponse.html(`<script type="module" src="${entry}"></script>`)));

  test('is loaded again at once where the server has a newer build, but not without end', async () => {
    vi.spyOn(browser, 'build').mockReturnValue('/assets/a.js');
    serve('/assets/b.js');
    browser.first = 10_000;
    for (const times of [1, 2, 3]) {
      missing();
      await waitFor(() => expect(reload).toHaveBeenCalledTimes(times));
      cleanup();
    }
    missing();
    expect(await screen.findByText(/this file of the page is missing there/)).toBeVisible();
    expect(reload).toHaveBeenCalledTimes(3);
  });

  test('that stays missing is said to, and loaded again after growing pauses', async () => {
    browser.first = 100_000;
    browser.longest = 1_000_000;
    onTestFinished(() => void (browser.longest = 60_000));
    vi.spyOn(browser, 'build').mockReturnValue('/assets/a.js');
    serve('/assets/a.js');
    missing();
    await waitFor(() => expect(reload).toHaveBeenCalledOnce());
    cleanup();

    // As after the reload, which did not help.
    missing();
    expect(await screen.findByText(/^The server answers, but this file of the page is missing there/)).toBeVisible();
    expect(reload).toHaveBeenCalledOnce();
    expect([0, 1, 2].map(pauseAfter)).toEqual([100_000, 200_000, 400_000]);
    cleanup();

    browser.first = 30;
    missing();
    await waitFor(() => expect(reload).toHaveBeenCalledTimes(2));
  });

  test('is left as it is while the server is away, and loaded again at once when the network is back', async () => {
    browser.first = 100_000;
    server.use(http.get('*/', () => HttpResponse.error()));
    missing();
    expect(await screen.findByText('It is tried again, at once when the network is back.')).toBeVisible();
    await new Promise((done) => setTimeout(done, 50));
    expect(reload).not.toHaveBeenCalled();

    serve('/assets/b.js');
    act(() => void window.dispatchEvent(new Event('online')));
    await waitFor(() => expect(reload).toHaveBeenCalled());
  });
});

const withPart = (files: () => Promise<() => React.ReactNode>) => {
  const Part = part(files);
  render(
    <MantineProvider env="test">
      <p>What was typed</p>
      <Suspense fallback={null}>
        <Part />
      </Suspense>
    </MantineProvider>,
  );
};
const failing = () => Promise.reject<() => null>(new TypeError('Failed to fetch dynamically imported module'));

test('a part of a page that cannot be had leaves the rest as it is', async () => {
  withPart(failing);

  expect(await screen.findByRole('alert')).toHaveTextContent('A part of this page cannot be fetched');
  expect(screen.getByText('What was typed')).toBeVisible();
});

test('a part that can be had later takes its place', async () => {
  browser.first = 30;
  onTestFinished(() => void (browser.first = 1000));
  let tries = 0;
  withPart(() => (++tries < 3 ? failing() : Promise.resolve(() => <p>The part</p>)));

  expect(await screen.findByText('The part')).toBeVisible();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  expect(screen.getByText('What was typed')).toBeVisible();
});
