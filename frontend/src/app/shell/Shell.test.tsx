import { act, screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import type { About } from '@/shared/api/types';
import { FakeEventStream } from '@/shared/test/events';
import { server } from '@/shared/test/server';

describe('the shell', () => {
  test('leads to every page and says which one is open', async () => {
    const { user } = open('/');
    const navigation = await screen.findAllByRole('navigation', { name: 'Main' });

    await user.click(within(navigation[0]!).getByRole('link', { name: 'Operations' }));

    const heading = await screen.findByRole('heading', { level: 1, name: 'Operations' });
    expect(heading).toHaveFocus();
    expect(document.title).toBe('Operations · Direttore');
    expect(within(navigation[0]!).getByRole('link', { name: 'Operations' })).toHaveAttribute('aria-current', 'page');
    await expectAccessible();
  });

  test('says that a cluster is a simulated one', async () => {
    open('/');

    expect(await screen.findByText(/Simulated cluster/)).toBeVisible();
  });

  test('says nothing of the kind about a real one', async () => {
    server.use(
      http.get('*/api/about', () => HttpResponse.json({ version: '0.1.0', simulated: false, roles: ['api'], time_zone: 'Europe/Rome' } satisfies About)),
    );
    open('/');

    expect(await screen.findByText('Version 0.1.0')).toBeInTheDocument();
    expect(screen.queryByText(/Simulated cluster/)).not.toBeInTheDocument();
  });

  test('says when live events stop and when they are back', async () => {
    open('/');
    await screen.findByRole('heading', { level: 1 });

    act(() => FakeEventStream.latest.hello());
    expect(screen.getByText('Live')).toBeVisible();

    act(() => FakeEventStream.latest.cut());
    expect(screen.getByText('Not live')).toBeVisible();

    act(() => {
      window.dispatchEvent(new Event('online'));
      FakeEventStream.latest.hello(true);
    });
    expect(screen.getByText('Live')).toBeVisible();
  });

  test('says that an address leads nowhere', async () => {
    open('/nowhere');

    expect(await screen.findByRole('heading', { name: 'Page not found' })).toBeVisible();
    expect(screen.getByText('There is no page at /nowhere.')).toBeVisible();
  });
});
