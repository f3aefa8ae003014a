import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import type { Quota, Quotas, Standing } from '@/shared/api/types';
import { noBound, person, problem, standing } from '@/shared/test/cluster';
import { refuse, server } from '@/shared/test/server';
import { isBound, quotaOf, typedOf } from './amounts';

const GIB = 1024 ** 3;
const everybody: Quota = { guests: 5, cores: 8, memory: 16_384, disk: null };
const red: Standing = standing({
  holder: 'team',
  name: 'red',
  own: true,
  quota: { ...noBound, guests: 2 },
  use: { guests: 3, cores: 4, memory: 4096, disk: 0 },
});

let ana: Standing;
let sent: unknown[] = [];

beforeEach(() => {
  sent = [];
  ana = standing({ name: 'ana', quota: everybody, use: { guests: 2, cores: 6, memory: 16_384, disk: 20 * GIB } });
  const set = async ({ request }: { request: Request }) => {
    sent.push(request.method === 'DELETE' ? 'clear' : await request.json());
  };
  server.use(
    http.get('*/api/people', () => HttpResponse.json({ people: [person()] })),
    http.get('*/api/people/ana', () => HttpResponse.json(person())),
    http.get('*/api/people/ana/rights', () => HttpResponse.json({ name: 'ana', sentences: [], rights: [], guest: null })),
    http.get('*/api/teams', () => HttpResponse.json({ teams: [{ name: 'red', members: ['ana'] }] })),
    http.get('*/api/quotas', () => HttpResponse.json({ everybody, standings: [ana, red] } satisfies Quotas)),
    http.get('*/api/people/ana/quota', () => HttpResponse.json(ana)),
    http.post('*/api/people/ana/quota', async (info) => {
      await set(info);
      ana = { ...ana, own: true, quota: sent.at(-1) as Quota };
      return HttpResponse.json(ana);
    }),
    http.delete('*/api/people/ana/quota', async (info) => {
      await set(info);
      ana = { ...ana, own: false, quota: everybody };
      return HttpResponse.json(ana);
    }),
    http.post('*/api/teams/red/quota', async (info) => {
      await set(info);
      return HttpResponse.json(red);
    }),
    http.post('*/api/quotas/everybody', async (info) => {
      await set(info);
      return refuse(
        problem({
          type: 'urn:direttore:problem:invalid',
          title: 'Invalid',
          status: 400,
          detail: 'cores must be less',
          field: 'cores',
          errors: [{ field: 'cores', detail: 'must be 0 to 1000000' }],
        }),
      );
    }),
  );
});

const part = async (name: string) => within(await screen.findByRole('region', { name }));

test('the page of somebody shows what they have of what they may have, in words too', async () => {
  open('/people/ana');
  const quota = await part('Quota');

  expect(await quota.findByRole('meter', { name: 'CPU cores' })).toHaveAttribute('aria-valuetext', expect.stringContaining('6 of 8'));
  expect(quota.getByText('nearly used up')).toBeVisible();
  expect(quota.getByText('used up')).toBeVisible();
  expect(quota.getByText('20 GiB, no limit')).toBeVisible();
  expect(quota.getByText(/The quota for everybody/)).toBeVisible();
  await expectAccessible();
});

test('somebody gets a quota of their own, in GiB, and goes back to that for everybody', async () => {
  const { user } = open('/people/ana');
  const quota = await part('Quota');
  const memory = await quota.findByRole('textbox', { name: 'Memory (GiB)' });

  await user.clear(memory);
  await user.type(memory, '1.5');
  await user.clear(quota.getByRole('textbox', { name: 'Guests' }));
  await user.click(quota.getByRole('button', { name: 'Save' }));

  expect(await quota.findByText('Saved.')).toBeVisible();
  expect(sent).toEqual([{ guests: null, cores: 8, memory: 1536, disk: null }]);
  await user.click(await quota.findByRole('button', { name: 'As for everybody' }));
  await waitFor(() => expect(sent).toHaveLength(2));
  await waitFor(() => expect(memory).toHaveValue('16'));
});

test('what cannot be a bound is not sent', async () => {
  const { user } = open('/people/ana');
  const quota = await part('Quota');
  const cores = await quota.findByRole('textbox', { name: 'CPU cores' });

  await user.clear(cores);
  await user.type(cores, '1.5');

  await user.click(quota.getByRole('button', { name: 'Save' }));

  expect(cores).toBeInvalid();
  expect(cores).toHaveFocus();
  expect(sent).toEqual([]);
});

test('the people page sets the quota for everybody and marks the field that the server refuses', async () => {
  const { user } = open('/people');
  const form = await part('Quota for everybody');
  const cores = await form.findByRole('textbox', { name: 'CPU cores' });

  await user.clear(cores);
  await user.type(cores, '9000000');
  await user.click(form.getByRole('button', { name: 'Save' }));

  expect(await form.findByText('Must be 0 to 1000000.')).toBeVisible();
  expect(sent).toEqual([{ ...everybody, cores: 9_000_000 }]);
});

test('a team over its quota is told so and can get another', async () => {
  const { user } = open('/people');
  const team = within(await screen.findByRole('group', { name: 'Quota of team red' }));

  expect(team.getByRole('meter', { name: 'Guests' })).toHaveAttribute('aria-valuetext', expect.stringContaining('3 of 2'));
  expect(team.getByText('over the quota')).toBeVisible();
  await user.click(team.getByRole('button', { name: 'Change the quota of team red' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Quota of team red' }));
  await user.type(dialog.getByRole('textbox', { name: 'Disk (GiB)' }), '2');
  await user.click(dialog.getByRole('button', { name: 'Save' }));

  await waitFor(() => expect(sent).toEqual([{ ...noBound, guests: 2, disk: 2 * GIB }]));
});

test('the profile shows one’s own use and that of one’s teams', async () => {
  server.use(
    http.get('*/api/me/sessions', () => HttpResponse.json({ sessions: [] })),
    http.get('*/api/me/tokens', () => HttpResponse.json({ tokens: [] })),
    http.get('*/api/me/quota', () => HttpResponse.json({ standings: [ana, red] })),
  );
  open('/profile');
  const quota = await part('Your quota');

  expect(quota.getByText('Team red')).toBeVisible();
  expect(quota.getAllByRole('meter')).toHaveLength(4);
});

test('bounds are written in GiB and sent in MiB and whole mebibytes', () => {
  const typed = { guests: '', cores: '4', memory: '0.5', disk: '1.3' };

  expect(quotaOf(typed)).toEqual({ guests: null, cores: 4, memory: 512, disk: 1331 * 1024 ** 2 });
  expect(typedOf({ ...noBound, memory: 1536, disk: 1024 ** 4 })).toEqual({ guests: '', cores: '', memory: '1.5', disk: '1024' });
  expect(['-1', '1e3', '1.5', 'x', '12345678'].filter((text) => isBound('cores', text))).toEqual([]);
  expect(['', '0', '1.5', '1024'].every((text) => isBound('disk', text))).toBe(true);
});
