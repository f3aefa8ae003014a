import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import type { ApiToken, Session } from '@/shared/api/types';
import { me, problem } from '@/shared/test/cluster';
import { refuse, server } from '@/shared/test/server';
import { browserOf } from './profile/browser';

const session = (change: Partial<Session> = {}): Session => ({
  id: '0198c0de-0000-7000-8000-00000000000a',
  created: '2026-03-01T08:00:00Z',
  last_seen: '2026-03-01T09:00:00Z',
  expires: '2026-03-02T08:00:00Z',
  address: '10.0.0.5',
  agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  current: true,
  ...change,
});
const phone = session({
  id: '0198c0de-0000-7000-8000-00000000000b',
  current: false,
  address: '10.0.0.9',
  agent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
});
const token: ApiToken = {
  id: '0198c0de-0000-7000-8000-00000000000c',
  name: 'backup',
  role: 'viewer',
  created: '2026-03-01T08:00:00Z',
  expires: '2026-06-01T08:00:00Z',
  last_used: null,
  last_address: null,
};

let sessions: Session[] = [];
let tokens: ApiToken[] = [];

beforeEach(() => {
  sessions = [session(), phone];
  tokens = [token];
  server.use(
    http.get('*/api/me/sessions', () => HttpResponse.json({ sessions })),
    http.get('*/api/me/tokens', () => HttpResponse.json({ tokens })),
    http.delete('*/api/me/sessions/:id', ({ params }) => {
      sessions = sessions.filter(({ id }) => id !== params.id);
      return new HttpResponse(null, { status: 204 });
    }),
    http.delete('*/api/me/tokens/:id', ({ params }) => {
      tokens = tokens.filter(({ id }) => id !== params.id);
      return new HttpResponse(null, { status: 204 });
    }),
  );
});

const part = async (name: string) => within(await screen.findByRole('region', { name }));

test('says in sentences what one may do', async () => {
  server.use(
    http.get('*/api/session', () =>
      HttpResponse.json(me({ role: 'user', teams: ['networks'], sentences: ['You may make guests on pve1.', 'You may see the whole lab.'] })),
    ),
  );
  open('/profile');

  const may = await screen.findByRole('list', { name: 'What you may do' });
  expect(
    within(may)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['You may make guests on pve1.', 'You may see the whole lab.']);
  expect(screen.getByText('Teams: networks')).toBeVisible();
  await (await part('API tokens')).findByText('backup');
  await expectAccessible();
});

test('the other sessions can be ended, the present one is marked', async () => {
  const { user } = open('/profile');
  const list = await part('Sessions');

  const [, here, there] = await list.findAllByRole('row');
  expect(here).toHaveTextContent('Firefox on LinuxThis one');
  expect(within(here!).queryByRole('button')).not.toBeInTheDocument();
  expect(there).toHaveTextContent('from 10.0.0.9');
  await user.click(list.getByRole('button', { name: 'End the session of Safari on iOS' }));

  await waitFor(() => expect(list.getAllByRole('row')).toHaveLength(2));
});

test('a token is made with no more than one’s own role, and its secret shown once', async () => {
  const sent: unknown[] = [];
  server.use(
    http.get('*/api/session', () => HttpResponse.json(me({ role: 'user' }))),
    http.post('*/api/me/tokens', async ({ request }) => {
      sent.push(await request.json());
      const made = { ...token, id: '0198c0de-0000-7000-8000-00000000000d', name: 'lessons', role: 'user' as const };
      tokens = [made, token];
      return HttpResponse.json({ token: made, secret: 'dtk_s3cret' }, { status: 201 });
    }),
  );
  const { user } = open('/profile');

  await user.click(await screen.findByRole('button', { name: 'Make a token' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'lessons');
  await user.click(within(dialog).getByRole('combobox', { name: 'Role' }));
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['Viewer', 'User']);
  await user.click(screen.getByRole('option', { name: 'User' }));
  await user.clear(within(dialog).getByRole('textbox', { name: 'Good for (days)' }));
  await user.type(within(dialog).getByRole('textbox', { name: 'Good for (days)' }), '30');
  await user.click(within(dialog).getByRole('button', { name: 'Create token' }));

  const shown = await screen.findByRole('dialog', { name: 'lessons' });
  expect(sent).toEqual([{ name: 'lessons', role: 'user', days: 30 }]);
  expect(within(shown).getByLabelText('The token')).toHaveTextContent('dtk_s3cret');
  expect(within(shown).getByLabelText('An example')).toHaveTextContent(`curl -fsS -H 'Authorization: Bearer dtk_s3cret' ${location.origin}/api/proxmox/guests`);
  expect(within(shown).getByRole('button', { name: 'Copy the token' })).toBeVisible();
  await user.click(within(shown).getByRole('button', { name: 'Done' }));

  await waitFor(() => expect(screen.queryByText(/dtk_s3cret/)).not.toBeInTheDocument());
  expect(await (await part('API tokens')).findByText('lessons')).toBeVisible();
});

test('a token is revoked only after a question', async () => {
  const { user } = open('/profile');
  await user.click(await screen.findByRole('button', { name: 'Revoke backup' }));
  const dialog = await screen.findByRole('dialog', { name: 'Revoke backup?' });
  expect(tokens).toHaveLength(1);
  await user.click(within(dialog).getByRole('button', { name: 'Revoke' }));

  expect(await screen.findByText('No API tokens yet')).toBeVisible();
});

test('the password is changed with the present one, and a wrong one leads nowhere', async () => {
  const sent: unknown[] = [];
  let right = false;
  server.use(
    http.post('*/api/me/password', async ({ request }) => {
      sent.push(await request.json());
      return right
        ? new HttpResponse(null, { status: 204 })
        : refuse(problem({ type: 'urn:direttore:problem:wrong-sign-in', title: 'The present password is wrong', status: 401, detail: 'type it again' }));
    }),
  );
  const { user, router } = open('/profile');
  await user.type(await screen.findByLabelText(/^Current password/), 'old password 12');
  await user.type(screen.getByLabelText(/^New password once more/), 'correct horse battery');
  await user.type(screen.getByLabelText(/^New password(?! once)/), 'correct horse battery');
  await user.click(screen.getByRole('button', { name: 'Save' }));

  expect(await screen.findByText('The present password is wrong')).toBeVisible();
  expect(router.state.location.pathname).toBe('/profile');
  right = true;
  await user.click(screen.getByRole('checkbox', { name: 'Revoke your API token too' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));

  expect(await screen.findByText(/Your password has been changed/)).toBeVisible();
  expect(sent).toEqual([
    { current: 'old password 12', password: 'correct horse battery' },
    { current: 'old password 12', password: 'correct horse battery', end_tokens: true },
  ]);
});

test('there is no password to change for those who sign in elsewhere', async () => {
  server.use(http.get('*/api/session', () => HttpResponse.json(me({ local: false }))));
  open('/profile');

  await screen.findByRole('region', { name: 'API tokens' });
  expect(screen.queryByLabelText(/^Current password/)).not.toBeInTheDocument();
});

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0', 'Edge on Windows'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15', 'Safari on macOS'],
  ['curl/8.14.1', 'curl'],
  ['', 'A program'],
])('%s is called %s', (agent, name) => {
  expect(browserOf(agent)).toBe(name);
});
