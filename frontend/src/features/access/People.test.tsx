import { act, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import { noteSilence } from '@/shared/api/availability';
import { noAnswer } from '@/shared/api/problem';
import type { Invitation, Person, Rights, Team } from '@/shared/api/types';
import { person, problem } from '@/shared/test/cluster';
import { refuse, server } from '@/shared/test/server';

const ada = person({
  name: 'ada',
  display: 'Ada Byron',
  grants: [{ role: 'admin', scope: 'everywhere', value: null }],
  teams: [],
  sentences: ['may do everything.'],
  last_sign_in: null,
});
const invitation = (of: Person): Invitation => ({ person: of, link: '/welcome#inv_7c1f', expires: '2026-03-04T09:00:00Z' });
const lastAdmin = problem({
  type: 'urn:direttore:problem:last-admin',
  title: 'The last administrator',
  status: 409,
  detail: 'ada is the only one who manages people; make another administrator first',
});

let people: Person[] = [];
let teams: Team[] = [];
let sent: unknown[] = [];

beforeEach(() => {
  people = [ada, person()];
  teams = [
    { name: 'networks', members: ['ana'] },
    { name: 'storage', members: [] },
  ];
  sent = [];
  server.use(
    http.get('*/api/people', () => HttpResponse.json({ people })),
    http.get('*/api/teams', () => HttpResponse.json({ teams })),
    http.get('*/api/people/:person', ({ params }) => {
      const found = people.find(({ name }) => name === params.person);
      return found
        ? HttpResponse.json(found)
        : refuse(problem({ type: 'urn:direttore:problem:not-found', title: 'Not found', status: 404, detail: 'there is nobody' }));
    }),
    http.post('*/api/people/:person', async ({ params, request }) => {
      const change = (await request.json()) as Partial<Person>;
      sent.push(change);
      if (params.person === 'ada') {
        return refuse(lastAdmin);
      }
      people = people.map((each) => (each.name === params.person ? { ...each, ...change } : each));
      return HttpResponse.json(people.find(({ name }) => name === params.person));
    }),
    http.post('*/api/people/:person/link', () => HttpResponse.json(invitation(person()))),
    http.get('*/api/people/:person/rights', ({ params, request }) => {
      const vmid = new URL(request.url).searchParams.get('vmid');
      return HttpResponse.json({
        name: String(params.person),
        sentences: [],
        rights: [
          { right: 'see', means: 'see the whole lab', allowed: true, why: null },
          { right: 'manage-people', means: 'manage people', allowed: false, why: 'The role user does not include it.' },
        ],
        guest: vmid === null ? null : { vmid: Number(vmid), allowed: false, why: 'It belongs to ben, who is in none of her teams.' },
      } satisfies Rights);
    }),
  );
});

test('lists everybody with what they may do in sentences', async () => {
  const { user } = open('/people');
  const table = await screen.findByRole('table', { name: 'People' });

  expect(within(table).getByRole('row', { name: /Ana/ })).toHaveTextContent('may make guests and change those of their own and of their teams.');
  expect(within(table).getByRole('row', { name: /Ada/ })).toHaveTextContent(/Never.*Active/);
  expect(within(table).getByRole('link', { name: 'Ana Kovač' })).toHaveAttribute('href', '/people/ana');
  await expectAccessible();
  await user.type(screen.getByRole('textbox', { name: 'Filter people' }), 'networks');

  expect(await screen.findByText('1 of 2 people')).toBeVisible();
});

test('somebody is added with a role and gets a link that is shown once', async () => {
  server.use(
    http.post('*/api/people', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(invitation(person({ name: 'ben', display: 'ben' })), { status: 201 });
    }),
  );
  const { user } = open('/people');
  await user.click(await screen.findByRole('button', { name: 'Add somebody' }));
  const dialog = await screen.findByRole('dialog', { name: 'Add somebody' });
  const submit = within(dialog).getByRole('button', { name: 'Add and make the link' });
  await user.type(within(dialog).getByRole('textbox', { name: 'Sign-in name' }), 'ben');
  await user.click(within(dialog).getByRole('combobox', { name: 'Where' }));
  await user.click(await screen.findByRole('option', { name: 'For a tag' }));
  await user.click(submit);
  const tag = within(dialog).getByRole('textbox', { name: 'Tag' });
  expect(tag).toBeInvalid();
  expect(tag).toHaveFocus();
  expect(sent).toEqual([]);
  await user.type(tag, 'lab');
  expect(dialog).toHaveTextContent('for guests with the tag lab.');
  await user.click(submit);

  const shown = await screen.findByRole('dialog', { name: 'A link for ben' });
  expect(sent).toEqual([{ name: 'ben', grants: [{ role: 'user', scope: 'tag', value: 'lab' }], teams: [] }]);
  expect(within(shown).getByLabelText('Sign-in link')).toHaveTextContent(`${location.origin}/welcome#inv_7c1f`);
  expect(within(shown).getByRole('button', { name: 'Copy the link' })).toBeVisible();
});

test('a team is added, and removed once nobody is in it', async () => {
  server.use(
    http.post('*/api/teams', async ({ request }) => {
      const { name } = (await request.json()) as { name: string };
      teams = [...teams, { name, members: [] }];
      return HttpResponse.json({ name, members: [] }, { status: 201 });
    }),
    http.delete('*/api/teams/:team', ({ params }) => {
      teams = teams.filter(({ name }) => name !== params.team);
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const { user } = open('/people');
  const section = within(await screen.findByRole('region', { name: 'Teams' }));
  expect(await section.findByRole('button', { name: 'Remove networks' })).toHaveAccessibleDescription('It has members; take them out of it first.');

  await user.click(section.getByRole('button', { name: 'Remove storage' }));
  await waitFor(() => expect(section.queryByText('storage')).not.toBeInTheDocument());
  await user.type(section.getByRole('textbox', { name: 'Name of the team' }), 'exams');
  await user.click(section.getByRole('button', { name: 'Add a team' }));

  expect(await section.findByText('exams')).toBeVisible();
});

test('only what was changed of somebody is sent', async () => {
  const { user } = open('/people/ana');
  const form = within(await screen.findByRole('region', { name: 'Change' }));
  expect(form.getByRole('button', { name: 'Save' })).toBeDisabled();

  await user.click(form.getByRole('combobox', { name: 'Role' }));
  await user.click(await screen.findByRole('option', { name: 'Operator' }));
  expect(form.getByText('may make guests and change every guest, everywhere.')).toBeVisible();
  await user.click(form.getByRole('button', { name: 'Save' }));

  expect(await form.findByText('Saved.')).toBeVisible();
  expect(sent).toEqual([{ grants: [{ role: 'operator', scope: 'everywhere', value: null }] }]);
});

test('while Direttore is away, what somebody may do is grey, and what was typed stays', async () => {
  const { user } = open('/people/ana');
  const form = within(await screen.findByRole('region', { name: 'Change' }));
  await user.type(form.getByRole('textbox', { name: 'Name as it is shown' }), 'x');
  const sentence = screen.getAllByText(/^may make guests/)[0]!;
  expect(sentence.closest('[data-old]')).toBeNull();

  act(() => noteSilence('/api/people/ana', noAnswer()));

  expect(sentence.closest('[data-old]')).not.toBeNull();
  expect(form.getByRole('textbox', { name: 'Name as it is shown' })).toHaveValue('Ana Kovačx');
  expect(form.getByRole('button', { name: 'Save' })).toHaveAccessibleDescription('Direttore does not answer.');
});

test('the last administrator stays, and is told why', async () => {
  const { user } = open('/people/ada');
  await user.click(await screen.findByRole('button', { name: 'Disable' }));

  expect(await screen.findByRole('alert')).toHaveTextContent('ada is the only one who manages people');
  expect(screen.getByRole('button', { name: 'Disable' })).toBeVisible();
});

test('somebody is disabled and enabled again', async () => {
  const { user } = open('/people/ana');
  await user.click(await screen.findByRole('button', { name: 'Disable' }));

  await user.click(await screen.findByRole('button', { name: 'Enable' }));
  expect(await screen.findByRole('button', { name: 'Disable' })).toBeVisible();
  expect(sent).toEqual([{ disabled: true }, { disabled: false }]);
});

test('a new link is shown once', async () => {
  const { user } = open('/people/ana');
  await user.click(await screen.findByRole('button', { name: 'New sign-in link' }));
  const dialog = await screen.findByRole('dialog', { name: 'A link for Ana Kovač' });
  expect(dialog).toHaveTextContent('/welcome#inv_7c1f');
  await user.click(within(dialog).getByRole('button', { name: 'Done' }));

  await waitFor(() => expect(screen.queryByText(/inv_7c1f/)).not.toBeInTheDocument());
});

test('says why somebody may not change a guest', async () => {
  const { user, router } = open('/people/ana');
  const viewer = within(await screen.findByRole('region', { name: 'Effective permissions' }));
  expect(await viewer.findByRole('row', { name: /manage people/ })).toHaveTextContent('The role user does not include it.No');

  await user.click(viewer.getByRole('combobox', { name: 'May they change this guest?' }));
  await user.click(await screen.findByRole('option', { name: 'db-1 (1043)' }));

  expect(await viewer.findByText('Ana Kovač may not change db-1 (1043)')).toBeVisible();
  expect(viewer.getByText('It belongs to ben, who is in none of her teams.')).toBeVisible();
  expect(router.state.location.search).toBe('?vmid=1043');
  await expectAccessible();
});

test('tells what the provider gave from what was given here', async () => {
  people = [person({ oidc: true, local: false, provided: [{ role: 'operator', scope: 'node', value: 'pve1' }], provided_teams: ['red'] })];
  open('/people/ana');

  const given = await screen.findByRole('list', { name: 'From their groups at the OpenID provider' });
  expect(given).toHaveTextContent('Operator on the node pve1');
  expect(given).toHaveTextContent('Member of the team red');
  expect(screen.getAllByRole('group', { name: /^Role/ })).toHaveLength(1);
});

test('deletes somebody after a question that names them, or says what is in the way', async () => {
  let inTheWay: string | null = 'ana still has guests (1042); hand them over or delete them first';
  server.use(
    http.delete('*/api/people/ana', () => {
      if (inTheWay !== null) {
        return refuse(problem({ type: 'urn:direttore:problem:wrong-state', title: 'Not possible in this state', status: 409, detail: inTheWay }));
      }
      people = [ada];
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const { user, router } = open('/people/ana');
  await user.click(await screen.findByRole('button', { name: 'Delete' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Delete Ana Kovač?' }));
  expect(dialog.getByText(/stays in the audit and in operations as ana/)).toBeVisible();
  expect(dialog.queryByText(/OpenID provider/)).toBeNull();
  await expectAccessible();

  await user.click(dialog.getByRole('button', { name: 'Delete ana' }));
  expect(await dialog.findByRole('alert')).toHaveTextContent('ana still has guests (1042)');
  inTheWay = null;
  await user.click(dialog.getByRole('button', { name: 'Delete ana' }));

  await waitFor(() => expect(router.state.location.pathname).toBe('/people'));
  const table = await screen.findByRole('table', { name: 'People' });
  expect(within(table).queryByRole('row', { name: /Ana/ })).toBeNull();
});

test('says before deleting that the provider may let them in again', async () => {
  people = [person({ oidc: true, local: false })];
  const { user } = open('/people/ana');

  await user.click(await screen.findByRole('button', { name: 'Delete' }));

  expect(await screen.findByText(/To keep them out, disable them instead/)).toBeVisible();
});

test('says that there is nobody of a name', async () => {
  open('/people/nobody');

  expect(await screen.findByRole('heading', { name: 'There is nobody called nobody' })).toBeVisible();
});

test('whoever may not manage people learns which right is missing', async () => {
  server.use(
    http.get('*/api/people', () =>
      refuse(problem({ type: 'urn:direttore:problem:forbidden', title: 'Not allowed', status: 403, detail: 'Your role is user.', right: 'manage-people' })),
    ),
  );
  open('/people');

  expect(await screen.findByRole('alert')).toHaveTextContent('The right that is missing: manage people and teams.');
});

test('the tokens of somebody are shown, and revoked after a question', async () => {
  let tokens = [
    { id: 't1', name: 'nightly backup', role: 'user', created: '2026-01-01T09:00:00Z', expires: '2026-12-01T09:00:00Z', last_used: null, last_address: null },
  ];
  server.use(
    http.get('*/api/people/ana/tokens', () => HttpResponse.json({ tokens })),
    http.delete('*/api/people/ana/tokens', () => {
      tokens = [];
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const { user } = open('/people/ana');
  const part = within(await screen.findByRole('region', { name: 'API tokens' }));
  expect(await part.findByText('nightly backup')).toBeVisible();

  await user.click(part.getByRole('button', { name: 'Revoke all' }));
  const dialog = await screen.findByRole('dialog', { name: 'Revoke 1 API token?' });
  await user.click(within(dialog).getByRole('button', { name: 'Revoke all' }));

  expect(await part.findByText('No API tokens yet')).toBeVisible();
});
