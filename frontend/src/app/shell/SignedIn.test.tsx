import { act, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import { guestKeys } from '@/features/guests/keys';
import type { Me } from '@/shared/api/types';
import { me, problem } from '@/shared/test/cluster';
import { FakeEventStream } from '@/shared/test/events';
import { refuse, server } from '@/shared/test/server';

const nobody = problem({ type: 'urn:direttore:problem:not-signed-in', title: 'Sign in first', status: 401, detail: 'sign in' });
const signInPage = () => screen.findByRole('heading', { name: 'Sign in' });
const as = (change: Partial<Me>) => server.use(http.get('*/api/session', () => HttpResponse.json(me(change))));

/** The session ends on the server. */
function end() {
  server.use(
    http.all('*/api/proxmox/*', () => refuse(nobody)),
    http.get('*/api/session', () => refuse(nobody)),
    http.get('*/api/operations', () => refuse(nobody)),
  );
}

test('whoever is not signed in is led to the sign-in page, with the page that was wanted', async () => {
  end();
  const { router } = open('/resources?q=web');

  expect(await signInPage()).toBeVisible();
  expect(router.state.location.search).toBe('?return=%2Fresources%3Fq%3Dweb');
  expect(FakeEventStream.streams).toEqual([]);
});

test('a session that ends leads there once, and everything stops asking', async () => {
  const { router, cache } = open('/resources');
  await screen.findByRole('table', { name: 'Resources' });
  const stream = FakeEventStream.latest;
  let moves = 0;
  router.subscribe(() => moves++);
  let asked = 0;
  server.events.on('request:start', () => asked++);

  end();
  await act(() => cache.invalidateQueries({ queryKey: guestKeys.list }));

  expect(await signInPage()).toBeVisible();
  expect(router.state.location.search).toBe('?return=%2Fresources');
  expect(stream.closed).toBe(true);
  const before = { moves, asked };
  act(() => FakeEventStream.latest.cut(true));
  await new Promise((done) => setTimeout(done, 300));
  expect({ moves, asked }).toEqual(before);
});

test('a stream that is refused asks whether the session has ended', async () => {
  open('/resources');
  await screen.findByRole('table', { name: 'Resources' });

  end();
  act(() => FakeEventStream.latest.cut(true));

  expect(await signInPage()).toBeVisible();
});

test('the next person sees nothing of what the one before had read', async () => {
  server.use(
    http.post('*/api/session/oidc/sign-out', () => HttpResponse.json({ href: null })),
    http.post('*/api/session', () => HttpResponse.json(me({ name: 'ben', display: 'Ben', role: 'viewer', rights: ['see'] }))),
  );
  const { user, router, cache } = open('/resources');
  await screen.findByRole('table', { name: 'Resources' });
  await user.click(await screen.findByRole('button', { name: 'Account of Ada Byron' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));

  await signInPage();
  expect(router.state.location.search).toBe('');
  await waitFor(() => expect(cache.getQueryData(guestKeys.list)).toBeUndefined());
  server.use(http.get('*/api/session', () => HttpResponse.json(me({ name: 'ben', display: 'Ben', role: 'viewer', rights: ['see'] }))));
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'ben');
  await user.type(screen.getByLabelText(/^Password/), 'correct horse battery{Enter}');

  expect(await screen.findByRole('button', { name: 'Account of Ben' })).toBeVisible();
});

test('the account says who is signed in, and leads to the profile', async () => {
  const { user } = open('/operations');
  const account = await screen.findByRole('button', { name: 'Account of Ada Byron' });
  await expectAccessible();
  await user.click(account);

  const menu = await screen.findByRole('menu');
  expect(menu).toHaveTextContent('ada · Administrator');
  expect(within(menu).getByRole('menuitem', { name: 'Profile' })).toHaveAttribute('href', '/profile');
});

test('people and audit appear only for those who may open them', async () => {
  as({ rights: ['see', 'read-audit'] });
  const { user } = open('/operations');
  const navigation = (await screen.findAllByRole('navigation', { name: 'Main' }))[0]!;

  expect(within(navigation).getByRole('link', { name: 'Audit' })).toHaveAttribute('href', '/audit');
  expect(within(navigation).queryByRole('link', { name: 'People' })).not.toBeInTheDocument();
  await user.keyboard('?');
  const help = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  expect(help).toHaveTextContent('Audit');
  expect(help).not.toHaveTextContent('People');
});

test.each([
  ['gu', '/people'],
  ['ga', '/audit'],
])('%s goes to %s', async (typed, place) => {
  server.use(
    http.get('*/api/people', () => HttpResponse.json({ people: [] })),
    http.get('*/api/audit', () => HttpResponse.json({ entries: [], next: null })),
  );
  const { user, router } = open('/operations');
  await screen.findByRole('heading', { level: 1 });

  await user.keyboard(typed);

  await waitFor(() => expect(router.state.location.pathname).toBe(place));
});

test('says when everybody may do everything, and offers no way out then', async () => {
  as({ via: 'none', name: 'everybody', display: 'Everybody' });
  const { user } = open('/operations');

  expect(await screen.findByText('Nobody signs in here: everybody who reaches this address may do everything.')).toBeVisible();
  await user.click(await screen.findByRole('button', { name: 'Account of Everybody' }));
  await screen.findByRole('menu');
  expect(screen.queryByRole('menuitem', { name: 'Sign out' })).not.toBeInTheDocument();
});

test('a server that is away is not mistaken for a missing sign-in', async () => {
  server.use(http.get('*/api/session', () => HttpResponse.error()));
  const { router } = open('/resources');

  expect(await screen.findByRole('alert')).toHaveTextContent('Cannot load who is signed in');
  expect(router.state.location.pathname).toBe('/resources');
});
