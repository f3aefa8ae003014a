import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import type { CalendarFeed } from '@/shared/api/types';
import { me } from '@/shared/test/cluster';
import { server } from '@/shared/test/server';

test('a link is made, shown once and revoked', async () => {
  const feeds: CalendarFeed[] = [];
  const sent: unknown[] = [];
  server.use(
    http.get('*/api/calendar/feeds', () => HttpResponse.json(feeds)),
    http.post('*/api/calendar/feeds', async ({ request }) => {
      sent.push(await request.json());
      const feed = { id: '0198c0de-5b1c-7000-8000-000000000021', name: 'Phone', scope: 'all', created: '2026-03-01T09:00:00Z', last_used: null };
      feeds.push(feed);
      return HttpResponse.json({ feed, url: 'https://lab.example/api/calendar/secret.ics' }, { status: 201 });
    }),
    http.delete('*/api/calendar/feeds/:id', () => {
      feeds.pop();
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const { user } = open('/reservations?view=list');
  await user.click(await screen.findByRole('button', { name: 'More about reservations' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Calendar links' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Calendar links' }));
  expect(await dialog.findByText('No links yet')).toBeVisible();
  await user.type(dialog.getByRole('textbox', { name: 'Name' }), 'Phone');
  await user.selectOptions(dialog.getByLabelText('What it shows'), 'all');
  await user.click(dialog.getByRole('button', { name: 'Make link' }));

  expect(await dialog.findByText('https://lab.example/api/calendar/secret.ics')).toBeVisible();
  expect(dialog.getByText(/it is not shown again/)).toBeVisible();
  expect(sent).toEqual([{ name: 'Phone', scope: 'all' }]);
  await expectAccessible();
  await user.click(dialog.getByRole('button', { name: 'Revoke Phone' }));
  await user.click(within(screen.getByRole('dialog', { name: 'Revoke Phone?' })).getByRole('button', { name: 'Revoke' }));

  await waitFor(() => expect(dialog.getByText('No links yet')).toBeVisible());
});

test('where nobody signs in, everybody is given the one address', async () => {
  server.use(http.get('*/api/session', () => HttpResponse.json(me({ via: 'none' }))));
  const { user } = open('/reservations?view=list');
  await user.click(await screen.findByRole('button', { name: 'More about reservations' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Calendar links' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Calendar links' }));

  expect(await dialog.findByText(/\/api\/reservations\/export\/ical$/)).toBeVisible();
  expect(dialog.queryByRole('button', { name: 'Make link' })).not.toBeInTheDocument();
});
