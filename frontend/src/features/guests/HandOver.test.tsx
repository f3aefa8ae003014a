import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import type { Owner, Person } from '@/shared/api/types';
import { me, person } from '@/shared/test/cluster';
import { serveGuest } from '@/shared/test/guestPage';
import { refuse, server } from '@/shared/test/server';

const PAGE = '/guests/pve1/vms/1042';
const WHY = 'You may change only guests of your own and of your teams.';
const owner = (change: Partial<Owner> = {}): Owner => ({ vmid: 1042, owner: 'ana', team: 'networks', since: '2026-03-01T09:00:00Z', ...change });

let owners: Owner[];
let given: unknown[];
let peopleRead = 0;

function everybody(...people: Person[]) {
  server.use(
    http.get('*/api/people', () => {
      peopleRead++;
      return HttpResponse.json({ people });
    }),
  );
}

beforeEach(() => {
  owners = [owner(), owner({ vmid: 1050, owner: 'cem', team: null })];
  given = [];
  peopleRead = 0;
  serveGuest();
  everybody(person({ name: 'ana', display: 'ana' }), person({ name: 'ben', display: 'Ben Bauer' }), person({ name: 'old', display: 'Old', disabled: true }));
  server.use(
    http.get('*/api/owners', () => HttpResponse.json({ owners })),
    http.get('*/api/teams', () =>
      HttpResponse.json({
        teams: [
          { name: 'networks', members: ['ana'] },
          { name: 'storage', members: ['dee'] },
        ],
      }),
    ),
    http.post('*/api/owners/1042', async ({ request }) => {
      const to = (await request.json()) as { owner: string; team: string | null };
      given.push(to);
      owners = [owner(to)];
      return HttpResponse.json(owners[0]);
    }),
  );
});

async function asked(button = 'Hand over…') {
  const ui = open(PAGE);
  await screen.findByRole('row', { name: /^Owner ana/ });
  await ui.user.click(screen.getByRole('button', { name: button }));
  const dialog = await screen.findByRole('dialog', { name: 'Hand over web-1 (1042)' });
  return { ...ui, dialog };
}

const choices = async () => (await screen.findAllByRole('option')).map(({ textContent }) => textContent);

test('whoever manages people hands a guest to anybody who may sign in', async () => {
  const { user, dialog } = await asked();
  expect(dialog).toHaveTextContent('ana has it now, and the team networks has it too.');
  await expectAccessible();

  await user.click(within(dialog).getByRole('combobox', { name: /^To whom/ }));
  expect(await choices()).toEqual(['ana', 'ben · Ben Bauer']);
  await user.click(screen.getByRole('option', { name: 'ben · Ben Bauer' }));
  await user.click(within(dialog).getByRole('combobox', { name: 'Team' }));
  await user.click(await screen.findByRole('option', { name: 'storage' }));
  await user.click(within(dialog).getByRole('button', { name: 'Hand it over' }));

  expect(await screen.findByText('web-1 (1042) belongs to ben now')).toBeVisible();
  expect(given).toEqual([{ owner: 'ben', team: 'storage' }]);
  expect(await screen.findByRole('row', { name: /^Owner ben/ })).toBeVisible();
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

test('others choose from those they have met, or type a name', async () => {
  server.use(http.get('*/api/session', () => HttpResponse.json(me({ name: 'ana', role: 'user', rights: ['see', 'make-guests', 'change-guests'] }))));
  const { user, dialog } = await asked('Change owner…');
  const whom = within(dialog).getByRole('combobox', { name: /^To whom/ });

  await user.click(whom);
  expect(await choices()).toEqual(['ana', 'cem', 'dee']);
  await user.type(whom, 'eve');
  expect(dialog).toHaveTextContent('After this it is no longer yours');
  await user.click(within(dialog).getByRole('combobox', { name: 'Team' }));
  await user.click(await screen.findByRole('option', { name: 'No team' }));
  await user.click(within(dialog).getByRole('button', { name: 'Hand it over' }));

  await waitFor(() => expect(given).toEqual([{ owner: 'eve', team: null }]));
  expect(peopleRead).toBe(0);
});

test('what the server refuses stands at its field until that is mended', async () => {
  server.use(
    http.post('*/api/owners/1042', () =>
      refuse({
        type: 'urn:direttore:problem:unknown-person',
        title: 'Unknown person',
        status: 422,
        detail: 'nobody is called eve',
        field: 'owner',
        instance: 'urn:direttore:request:7f3a-44',
      }),
    ),
  );
  const { user, dialog } = await asked();
  const whom = within(dialog).getByRole('combobox', { name: /^To whom/ });

  await user.type(whom, 'eve');
  await user.click(within(dialog).getByRole('button', { name: 'Hand it over' }));

  await waitFor(() => expect(whom).toHaveAccessibleDescription(/nobody is called eve/));
  expect(whom).toBeInvalid();
  await user.type(whom, 'lyn');
  expect(whom).not.toBeInvalid();
});

test('any other refusal is told in full', async () => {
  server.use(
    http.post('*/api/owners/1042', () =>
      refuse({
        type: 'urn:direttore:problem:forbidden',
        title: 'You may not do this',
        status: 403,
        detail: WHY,
        right: 'change-guests',
        instance: 'urn:direttore:request:7f3a-45',
      }),
    ),
  );
  const { user, dialog } = await asked();

  await user.type(within(dialog).getByRole('combobox', { name: /^To whom/ }), 'ben');
  await user.click(within(dialog).getByRole('button', { name: 'Hand it over' }));

  expect(await within(dialog).findByRole('alert')).toHaveTextContent(WHY);
});

test('a guest out of reach is not handed over, and the sentence says why', async () => {
  server.use(http.get('*/api/me/reach', () => HttpResponse.json({ make: { allowed: true, why: null }, change: { all: false, vmids: [], why: WHY } })));
  const { user } = open(PAGE);
  await screen.findByRole('row', { name: /^Owner ana/ });

  for (const name of ['Hand over…', 'Change owner…']) {
    const button = screen.getByRole('button', { name });
    expect(button).toHaveAccessibleDescription(WHY);
    await user.click(button);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  }
});

test('where nobody signs in, nothing is handed over', async () => {
  server.use(http.get('*/api/session', () => HttpResponse.json(me({ via: 'none' }))));
  open(PAGE);

  await screen.findByRole('row', { name: /^Owner/ });
  expect(screen.queryByRole('button', { name: 'Hand over…' })).not.toBeInTheDocument();
});
