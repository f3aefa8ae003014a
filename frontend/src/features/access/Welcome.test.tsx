import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import { me, problem } from '@/shared/test/cluster';
import { refuse, server } from '@/shared/test/server';

const TOKEN = 'inv_7c1f';
const GOOD = 'correct horse battery';

async function set(password: string, again: string) {
  const ui = open(`/welcome#${TOKEN}`);
  await ui.user.type(await screen.findByLabelText(/^New password \*|^New password$/), password);
  await ui.user.type(screen.getByLabelText(/once more/), again);
  await ui.user.click(screen.getByRole('button', { name: 'Save and sign in' }));
  return ui;
}

test('the token leaves the address at once', async () => {
  const { router } = open(`/welcome#${TOKEN}`);

  expect(await screen.findByRole('heading', { name: 'Welcome to Direttore' })).toBeVisible();
  await waitFor(() => expect(router.state.location.hash).toBe(''));
  expect(await screen.findByRole('button', { name: 'Save and sign in' })).toBeVisible();
  await expectAccessible();
});

test('signs in and goes to the first page', async () => {
  const sent: unknown[] = [];
  server.use(
    http.post('*/api/session/link', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(me());
    }),
  );
  const { router } = await set(GOOD, GOOD);

  await waitFor(() => expect(router.state.location.pathname).toBe('/'));
  expect(sent).toEqual([{ token: TOKEN, password: GOOD }]);
});

test.each([
  ['short', 'short', 'Must have 12 characters or more.'],
  [GOOD, 'correct horse batterY', 'Is not the same as above.'],
])('%s and %s are not sent', async (password, again, fault) => {
  await set(password, again);

  expect(await screen.findByText(fault)).toBeVisible();
});

test('a dead link is refused before a password is typed', async () => {
  const asked: unknown[] = [];
  server.use(
    http.post('*/api/session/link/check', async ({ request }) => {
      asked.push(await request.json());
      return refuse(
        problem({
          type: 'urn:direttore:problem:wrong-sign-in',
          title: 'This does not let you in',
          status: 401,
          detail: 'the link is wrong, was used before or has expired',
        }),
      );
    }),
  );
  const { router } = open(`/welcome#${TOKEN}`);

  expect(await screen.findByText('This link does not work any more')).toBeVisible();
  expect(screen.queryByLabelText(/New password/)).not.toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'To the sign-in page' })).toBeVisible();
  expect(router.state.location.pathname).toBe('/welcome');
  expect(asked).toEqual([{ token: TOKEN }]);
  await expectAccessible();
});

test('a password can be set where it is not known whether the link is good', async () => {
  server.use(
    http.post('*/api/session/link/check', () =>
      refuse(problem({ type: 'urn:direttore:problem:unreachable', title: 'Not reachable', status: 503, detail: 'PostgreSQL does not answer.' })),
    ),
  );
  open(`/welcome#${TOKEN}`);

  expect(await screen.findByRole('button', { name: 'Save and sign in' })).toBeVisible();
});

test('a link that is used up meanwhile says so', async () => {
  server.use(
    http.post('*/api/session/link', () =>
      refuse(problem({ type: 'urn:direttore:problem:wrong-sign-in', title: 'This link does not work', status: 401, detail: 'it has been used or has ended' })),
    ),
  );
  await set(GOOD, GOOD);

  expect(await screen.findByRole('alert')).toHaveTextContent('it has been used or has ended');
});

test('a link without its token asks for nothing', async () => {
  open('/welcome');

  expect(await screen.findByText('This link is not complete')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Save and sign in' })).not.toBeInTheDocument();
});
