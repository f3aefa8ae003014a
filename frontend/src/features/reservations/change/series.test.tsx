import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import { reservation } from '@/features/reservations/test/made';
import type { Reservation, ReservationChange, ReservationSeriesSheet, SeriesDate } from '@/shared/api/types';
import { server } from '@/shared/test/server';

const series = { id: 7, rule: 'FREQ=WEEKLY;COUNT=4', occurrence: '2027-06-14T09:00:00', version: 3 };
const lesson = reservation({ start_dt: '2027-06-14T09:00:00+02:00', end_dt: '2027-06-14T11:00:00+02:00', series });

const dated = (day: string, change: Partial<SeriesDate> = {}): SeriesDate => ({
  reservation: 17,
  start_dt: `${day}T10:00:00+02:00`,
  end_dt: `${day}T12:00:00+02:00`,
  outcome: 'changed',
  refused: null,
  ...change,
});

const sheet = (change: Partial<ReservationSeriesSheet> = {}): ReservationSeriesSheet => ({
  id: 7,
  uid: 'u',
  rule: 'FREQ=WEEKLY;COUNT=4',
  time_zone: 'Europe/Rome',
  start: '2027-06-07T09:00:00',
  end: '2027-06-07T11:00:00',
  exdates: [],
  mode: 'skip',
  version: 3,
  follows: null,
  skipped: [],
  dates: [
    {
      reservation: 17,
      occurrence: '2027-06-14T09:00:00',
      start_dt: lesson.start_dt,
      end_dt: lesson.end_dt,
      status: 'pending',
      phase: 'booked',
    },
  ],
  ...change,
});

type Sent = { scope: string | null; body: ReservationChange };

/** Serves the lesson and its series; notes what is sent. */
function serve(one: Reservation = lesson, its: () => ReservationSeriesSheet = sheet): Sent[] {
  const sent: Sent[] = [];
  server.use(
    http.get('*/api/reservations/:id', () => HttpResponse.json(one, { headers: { ETag: '"1-x"' } })),
    http.get('*/api/reservations/:id/parts', () => HttpResponse.json([])),
    http.get('*/api/series/:id', () => HttpResponse.json(its(), { headers: { ETag: '"3-x"' } })),
    http.patch('*/api/reservations/:id', async ({ request }) => {
      const body = (await request.json()) as ReservationChange;
      const scope = new URL(request.url).searchParams.get('scope');
      if (body.dry_run !== true) {
        sent.push({ scope, body });
      }
      const dates = [dated('2027-06-14'), dated('2027-06-21', { outcome: 'kept', refused: 'node pve1 is taken' })];
      return HttpResponse.json({ ...one, series: { ...series, ...(scope && { dates }) } });
    }),
  );
  return sent;
}

async function edit() {
  const { user } = open('/reservations/17');
  await user.click(await screen.findByRole('button', { name: 'Edit: BGP lesson' }));
  return { user, dialog: within(await screen.findByRole('dialog')) };
}

test('an edit of a date asks which dates it is for, and shows what becomes of each', async () => {
  const sent = serve();
  const { user, dialog } = await edit();
  await user.click(dialog.getByRole('radio', { name: 'This date and later ones' }));
  const title = dialog.getByRole('textbox', { name: 'Title' });
  await user.clear(title);
  await user.type(title, 'OSPF');
  expect(await dialog.findByText('keeps its time: node pve1 is taken')).toBeVisible();
  expect(dialog.getByText('1 date cannot be as asked.')).toBeVisible();
  await expectAccessible();

  await user.selectOptions(dialog.getByRole('combobox', { name: 'Where a date is taken' }), 'skip');
  await user.click(dialog.getByRole('button', { name: 'Save' }));

  await waitFor(() => expect(sent).toEqual([{ scope: 'later', body: { title: 'OSPF', recurrence: { mode: 'skip' }, series_version: 3 } }]));
  expect(await screen.findByText('1 date changed, 1 could not be.')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

test('an edit of one date can be undone, and says nothing of the others', async () => {
  const sent = serve();
  const { user, dialog } = await edit();
  await user.type(dialog.getByRole('textbox', { name: 'Title' }), '!');
  await user.click(dialog.getByRole('button', { name: 'Save' }));

  await waitFor(() => expect(sent).toEqual([{ scope: null, body: { title: 'BGP lesson!' } }]));
  expect(await screen.findByRole('button', { name: 'Undo' })).toBeVisible();
});

test('how it repeats is changed from its date on', async () => {
  const sent = serve();
  const { user, dialog } = await edit();
  await user.click(dialog.getByRole('radio', { name: 'This date and later ones' }));
  const repeats = dialog.getByRole('checkbox', { name: 'Change how it repeats' });
  await waitFor(() => expect(repeats).toBeEnabled());
  await user.click(repeats);
  // It is the second of four.
  const times = dialog.getByRole('textbox', { name: 'Times' });
  expect(times).toHaveValue('3');
  await user.clear(times);
  await user.type(times, '5');
  await user.click(dialog.getByRole('button', { name: 'Save' }));

  await waitFor(() =>
    expect(sent).toEqual([{ scope: 'later', body: { recurrence: { mode: 'all', rule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=5' }, series_version: 3 } }]),
  );
});

test('dates that were skipped say why, and are tried again', async () => {
  const left = { start_dt: '2027-06-21T09:00:00+02:00', end_dt: '2027-06-21T11:00:00+02:00', why: 'node pve1 is out of service' };
  let now = sheet({ skipped: [left] });
  serve(lesson, () => now);
  server.use(
    http.post('*/api/series/7/retry-skipped', () => {
      now = sheet();
      return HttpResponse.json({ ...now, tried: [dated('2027-06-21', { outcome: 'added' })] });
    }),
  );
  const { user } = open('/reservations/17');
  const card = within(await screen.findByRole('region', { name: 'Series' }));
  expect(await card.findByText(/node pve1 is out of service/)).toBeVisible();
  const retry = card.getByRole('button', { name: 'Try the skipped dates again' });
  await waitFor(() => expect(retry).not.toHaveAttribute('data-disabled'));
  await user.click(retry);

  expect(await screen.findByText('1 date booked.')).toBeVisible();
  await waitFor(() => expect(card.queryByText('Dates that could not be booked')).toBeNull());
});

test('one that could not be moved with its clocks says so', async () => {
  serve(reservation({ unmoved: 'node pve1 is taken', changed_by: 'bob' }));
  open('/reservations/17');

  expect(await screen.findByText(/could not be moved with them \(node pve1 is taken\)/)).toBeVisible();
  expect(screen.getByText(/by bob/)).toBeVisible();
});
