import { Notifications } from '@mantine/notifications';
import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { open } from '@/app/test/open';
import { reservation } from '@/features/reservations/test/made';
import type { ReservationChange } from '@/shared/api/types';
import { server } from '@/shared/test/server';
import { MoveDialog } from './MoveDialog';
import { useChanges } from './useChanges';

const ZONE = 'Europe/Rome';
const series = { id: 7, rule: 'FREQ=WEEKLY;COUNT=4', occurrence: '2027-06-14T09:00:00', version: 3 };
const lesson = reservation({ start_dt: '2027-06-14T09:00:00+02:00', end_dt: '2027-06-14T11:00:00+02:00', series });
const [from, to] = [Date.parse('2027-06-14T10:00:00+02:00'), Date.parse('2027-06-14T12:00:00+02:00')];

/** What is dragged in a calendar, as a button. */
function Dragged() {
  const { move, asked, moveAsked, leave } = useChanges(ZONE);
  const [moved, setMoved] = useState<boolean | null>(null);
  return (
    <>
      <Notifications />
      <button onClick={() => void move(lesson, from, to).then(setMoved)}>drop it</button>
      <p>{moved === null ? 'in the air' : moved ? 'moved' : 'back'}</p>
      {asked && <MoveDialog {...asked} zone={ZONE} move={(scope, mode) => moveAsked(asked, scope, mode)} close={leave} />}
    </>
  );
}

function drop() {
  const sent: [string | null, ReservationChange][] = [];
  server.use(
    http.patch('*/api/reservations/17', async ({ request }) => {
      const body = (await request.json()) as ReservationChange;
      if (body.dry_run !== true) {
        sent.push([new URL(request.url).searchParams.get('scope'), body]);
      }
      return HttpResponse.json({ ...lesson, series: { ...series, dates: [] } });
    }),
  );
  const { user } = open('/', [{ path: '/', element: <Dragged /> }]);
  return { user, sent };
}

test('a date that is dropped elsewhere asks which others go with it', async () => {
  const { user, sent } = drop();
  await user.click(await screen.findByRole('button', { name: 'drop it' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Move which dates?' }));
  await user.click(dialog.getByRole('radio', { name: 'All that have not begun' }));
  await user.click(dialog.getByRole('button', { name: 'Move' }));

  expect(await screen.findByText('moved')).toBeInTheDocument();
  expect(sent).toEqual([
    ['all', { start_dt: '2027-06-14T10:00:00+02:00', end_dt: '2027-06-14T12:00:00+02:00', recurrence: { mode: 'all' }, series_version: 3 }],
  ]);
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

test('one date alone is moved with a way back', async () => {
  const { user, sent } = drop();
  await user.click(await screen.findByRole('button', { name: 'drop it' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Move' }));

  expect(await screen.findByRole('button', { name: 'Undo' })).toBeInTheDocument();
  expect(sent).toEqual([[null, { start_dt: '2027-06-14T10:00:00+02:00', end_dt: '2027-06-14T12:00:00+02:00' }]]);
});

test('where it is not said, it goes back to where it was', async () => {
  const { user, sent } = drop();
  await user.click(await screen.findByRole('button', { name: 'drop it' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Cancel' }));

  await waitFor(() => expect(screen.getByText('back')).toBeInTheDocument());
  expect(sent).toEqual([]);
});
