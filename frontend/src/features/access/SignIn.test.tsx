import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import type { SignInWays } from '@/shared/api/types';
import { me, problem } from '@/shared/test/cluster';
import { refuse, server } from '@/shared/test/server';

const wrong = problem({ type: 'urn:direttore:problem:wrong-sign-in', title: 'Name or password is wrong', status: 401, detail: 'check both' });

function serve(answer: () => Response | Promise<Response>) {
  const sent: unknown[] = [];
  server.use(
    http.post('*/api/session', async ({ request }) => {
      sent.push(await request.json());
      return answer();
    }),
  );
  return sent;
}

const ways = (change: Partial<SignInWays>) =>
  server.use(http.get('*/api/sign-in', () => HttpResponse.json({ mode: 'required', oidc: null, ...change } satisfies SignInWays)));

async function filled(path: string, password = 'correct horse battery') {
  const ui = open(path);
  await ui.user.type(await screen.findByRole('textbox', { name: 'Name' }), ' ada ');
  await ui.user.type(screen.getByLabelText(/^Password/), `${password}{Enter}`);
  return ui;
}

test('leads back to the page that was wanted', async () => {
  const sent = serve(() => HttpResponse.json(me()));
  const { router } = await filled(`/sign-in?return=${encodeURIComponent('/resources?q=node:pve1')}`);

  await waitFor(() => expect(router.state.location.pathname + router.state.location.search).toBe('/resources?q=node:pve1'));
  expect(sent).toEqual([{ name: 'ada', password: 'correct horse battery' }]);
  expect(await screen.findByRole('table', { name: 'Resources' })).toBeVisible();
});

test('leads to no other site', async () => {
  serve(() => HttpResponse.json(me()));
  const { router } = await filled(`/sign-in?return=${encodeURIComponent('//evil.example/')}`);

  await waitFor(() => expect(router.state.location.pathname).toBe('/'));
});

test('a password manager knows the fields, and the password can be shown', async () => {
  const { user } = open('/sign-in');
  const password = await screen.findByLabelText(/^Password/);

  expect(screen.getByRole('textbox', { name: 'Name' })).toHaveAttribute('autocomplete', 'username');
  expect(password).toHaveAttribute('autocomplete', 'current-password');
  expect(password).toHaveAttribute('type', 'password');
  await user.click(screen.getByRole('button', { name: 'Show or hide the password' }));
  expect(password).toHaveAttribute('type', 'text');
  await expectAccessible();
});

test('a wrong password is told in the server’s words', async () => {
  serve(() => refuse(wrong));
  const { router } = await filled('/sign-in');

  expect(await screen.findByRole('alert')).toHaveTextContent('Name or password is wrong');
  expect(router.state.location.pathname).toBe('/sign-in');
  expect(screen.getByRole('button', { name: 'Sign in' })).toBeEnabled();
});

test('too many tries say how long to wait', async () => {
  serve(() =>
    HttpResponse.json(problem({ type: 'urn:direttore:problem:throttled', title: 'Too many tries', status: 429, detail: 'wait a little' }), {
      status: 429,
      headers: { 'Content-Type': 'application/problem+json', 'Retry-After': '2' },
    }),
  );
  await filled('/sign-in');

  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent(/Try again in [12] seconds?\./);
  expect(screen.getByRole('button', { name: 'Sign in' })).toBeDisabled();
  await waitFor(() => expect(screen.getByRole('button', { name: 'Sign in' })).toBeEnabled(), { timeout: 5000 });
  expect(alert).toHaveTextContent('You can try again now.');
});

test('the provider is offered where one is set up, with the page to come back to', async () => {
  ways({ oidc: { name: 'University', href: '/api/session/oidc' } });
  open('/sign-in?return=%2Foperations');

  expect(await screen.findByRole('link', { name: 'Sign in with University' })).toHaveAttribute('href', '/api/session/oidc?return=%2Foperations');
});

test.each([
  ['denied', 'did not let you in'],
  ['expired', 'took too long'],
  ['failed', 'did not answer'],
  ['unknown', 'none of your groups there may use this lab'],
])('coming back with %s is explained', async (word, sentence) => {
  open(`/sign-in?error=${word}`);

  expect(await screen.findByRole('alert')).toHaveTextContent(sentence);
});

test.each([
  ['&wait=42', 'Try again in 42 seconds.'],
  ['&wait=1', 'Try again in 1 second.'],
  ['', 'Try again later.'],
])('coming back too often says how long to wait (%s)', async (wait, sentence) => {
  open(`/sign-in?error=throttled${wait}`);

  expect(await screen.findByRole('alert')).toHaveTextContent(sentence);
});

test.each(['unknown', 'denied'])('another account can be chosen at the provider after %s', async (word) => {
  ways({ oidc: { name: 'University', href: '/api/session/oidc' } });
  open(`/sign-in?error=${word}&return=%2Foperations`);

  expect(await screen.findByRole('link', { name: 'Use another account of University' })).toHaveAttribute(
    'href',
    '/api/session/oidc?another=true&return=%2Foperations',
  );
});

test('no other account is offered where that would not help', async () => {
  ways({ oidc: { name: 'University', href: '/api/session/oidc' } });
  open('/sign-in?error=failed');
  await screen.findByRole('link', { name: 'Sign in with University' });

  expect(screen.queryByRole('link', { name: /another account/ })).not.toBeInTheDocument();
});

test('asks for nothing where nobody signs in', async () => {
  ways({ mode: 'none' });
  open('/sign-in?return=%2Foperations');

  expect(await screen.findByRole('link', { name: 'Go on' })).toHaveAttribute('href', '/operations');
  expect(screen.queryByLabelText(/^Password/)).not.toBeInTheDocument();
});
