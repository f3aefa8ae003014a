import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import { me, problem } from '@/shared/test/cluster';
import { refuse, server } from '@/shared/test/server';
import type { NewRules, Rules } from './api';
import { lengthOf } from './texts';

const rules = (change: Partial<Rules> = {}): Rules => ({
  longest_minutes: 480,
  shortest_minutes: null,
  horizon_days: 60,
  notice_minutes: null,
  open_most: null,
  hours_most: null,
  pause_minutes: null,
  extended_minutes: null,
  waiting_weight: null,
  check_in_minutes: null,
  recurring: false,
  approval: { whole_node: true, longer_than_hours: 8, more_cores_than: null, tags: [], within_hours: 48 },
  ...change,
});

function serve(rights: ReturnType<typeof me>['rights'], bound = true) {
  const sent: unknown[] = [];
  let general: Rules | null = rules();
  server.use(
    http.get('*/api/session', () => HttpResponse.json(me({ rights }))),
    http.get('*/api/teams', () => HttpResponse.json({ teams: [{ name: 'red', members: [] }] })),
    http.get('*/api/resources', () => HttpResponse.json([])),
    http.get('*/api/reservations/rules', () => HttpResponse.json({ bound, general, teams: [{ team: 'red', policy: null }] })),
    http.get('*/api/policies', () => HttpResponse.json({ general, teams: [] })),
    http.put('*/api/policies/general', async ({ request }) => {
      const wanted = (await request.json()) as NewRules;
      sent.push(wanted);
      general = { ...rules(), longest_minutes: wanted.longest_minutes ?? null, check_in_minutes: wanted.check_in_minutes ?? null };
      return HttpResponse.json({ team: null, policy: general });
    }),
    http.put('*/api/policies/teams/red', () =>
      refuse(
        problem({
          type: 'urn:direttore:problem:invalid',
          status: 400,
          errors: [{ field: 'shortest_minutes', detail: 'must not be more than longest_minutes' }],
        }),
      ),
    ),
    http.delete('*/api/policies/general', () => {
      sent.push('clear');
      general = null;
      return HttpResponse.json({ team: null, policy: null });
    }),
  );
  return sent;
}

test('whoever reserves reads the rules that bind them, in words', async () => {
  serve(['see', 'book']);
  open('/reservations/rules');

  const mine = within(await screen.findByRole('region', { name: 'Rules for you' }));
  expect(await mine.findByText('At most 8 hours long')).toBeVisible();
  expect(mine.getByText('Begins at most 60 days ahead')).toBeVisible();
  expect(mine.getByText('Nothing that repeats')).toBeVisible();
  expect(mine.getByText('Has to be approved: a whole node, longer than 8 hours')).toBeVisible();
  expect(mine.getByText('As for all')).toBeVisible();
  expect(screen.queryByRole('region', { name: 'For all' })).toBeNull();
  await expectAccessible();
});

test('operators change the rules for all, and remove them', async () => {
  const sent = serve(['see', 'book', 'manage-resources'], false);
  const { user } = open('/reservations/rules');
  expect(await screen.findByText(/the rules do not bind you/)).toBeVisible();
  await user.click(await screen.findByRole('button', { name: 'Edit the rules: For all' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.clear(dialog.getByLabelText('Longest (minutes)'));
  await user.type(dialog.getByLabelText('Longest (minutes)'), '0');
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  expect(sent).toEqual([]);
  await user.clear(dialog.getByLabelText('Longest (minutes)'));
  await user.type(dialog.getByLabelText('Longest (minutes)'), '90');
  await user.type(dialog.getByLabelText('Check-in after its start within (minutes)'), '4');
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  expect(dialog.getByText('A whole number from 5 to 1440, or nothing.')).toBeVisible();
  expect(sent).toEqual([]);
  await user.type(dialog.getByLabelText('Check-in after its start within (minutes)'), '5');
  await user.click(dialog.getByRole('button', { name: 'Save' }));

  expect(await screen.findByText('At most 1 hour 30 minutes long')).toBeVisible();
  expect(screen.getByText('Somebody has to check in within 45 minutes of its start, or else it is returned')).toBeVisible();
  expect(sent).toMatchObject([
    { longest_minutes: 90, check_in_minutes: 45, shortest_minutes: null, horizon_days: 60, approval: { whole_node: true, longer_than_hours: 8 } },
  ]);
  await user.click(screen.getByRole('button', { name: 'Edit the rules: For all' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Remove the rules' }));
  await waitFor(() => expect(sent.at(-1)).toBe('clear'));
});

test('what the server refuses stands at its field', async () => {
  serve(['see', 'book', 'manage-resources'], false);
  const { user } = open('/reservations/rules');
  await user.click(await screen.findByRole('button', { name: 'Edit the rules: Team red' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Save' }));

  expect(await dialog.findByText('Must not be more than longest_minutes.')).toBeVisible();
  expect(dialog.getByLabelText('Shortest (minutes)')).toHaveFocus();
});

test('lengths are said in days, hours and minutes', () => {
  expect([30, 60, 90, 1440, 2880].map(lengthOf)).toEqual(['30 minutes', '1 hour', '1 hour 30 minutes', '1 day', '2 days']);
});
