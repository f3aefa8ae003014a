import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import type { OperationPage } from '@/shared/api/types';
import { moment } from '@/shared/format/time';
import { operation } from '@/shared/test/cluster';
import { server } from '@/shared/test/server';

const AT = '2026-03-01T09:00:00Z';
const local = moment(Date.parse(AT), 'local');
const utc = 'Mar 1, 2026, 9:00:00 AM UTC';

async function opened() {
  server.use(http.get('*/api/operations', () => HttpResponse.json({ operations: [operation({ created: AT })], next: null } satisfies OperationPage)));
  const ui = open(`/operations?since=${AT}`);
  return { ...ui, since: await screen.findByRole('button', { name: /^Since/ }) };
}

test('times are shown in the reader’s zone, and in UTC when that is chosen', async () => {
  const { user, since } = await opened();
  expect(since).toHaveTextContent(local);

  await user.click(await screen.findByRole('button', { name: 'Colours and times' }));
  expect(await screen.findByRole('menuitemradio', { name: /this computer/ })).toBeChecked();
  await expectAccessible();
  await user.click(screen.getByRole('menuitemradio', { name: 'In UTC' }));

  await waitFor(() => expect(since).toHaveTextContent(utc));
  expect(since).not.toHaveTextContent(local);
});

test('the choice is kept, and the other zone is on hover', async () => {
  localStorage.setItem('direttore.zone', '"utc"');
  const { user, since } = await opened();
  expect(since).toHaveTextContent(utc);

  await user.hover(since.querySelector('time')!);

  expect(await screen.findByRole('tooltip')).toHaveTextContent(`ago · ${local}`);
});

test('a choice that cannot be read is none', async () => {
  localStorage.setItem('direttore.zone', '{');
  const { since } = await opened();

  expect(since).toHaveTextContent(local);
});
