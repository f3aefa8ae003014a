import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { open } from '@/app/test/open';
import type { ReservationOverlap } from '@/shared/api/types';
import { Conflicts } from './Conflicts';

const overlap = (requester: string, from: string, until: string | null): ReservationOverlap => ({
  resource: { id: 3, kind: 'node', name: 'pve1' },
  reservation: 16,
  title: 'BGP lesson',
  requester,
  from,
  until,
  why: 'taken',
  free: null,
});

/** Shows what is in the way of 10:00 to 12:00 on the 6th of December. */
const show = (conflicts: ReservationOverlap[]) =>
  open('/', [
    {
      path: '/',
      element: (
        <Conflicts
          problem={{ conflicts, nextFree: [] }}
          wanted={{ from: Date.parse('2026-12-06T10:00Z'), to: Date.parse('2026-12-06T12:00Z') }}
          zone="UTC"
          use={() => undefined}
        />
      ),
    },
  ]);

test('bars show what is in the way on the date that they are about, and the list all of it', async () => {
  show([
    overlap('ana', '2026-12-06T09:00Z', '2026-12-06T11:00Z'),
    overlap('bo', '2026-12-08T09:00Z', '2026-12-08T11:00Z'),
    overlap('cy', '2026-12-09T09:00Z', null),
  ]);

  expect(await screen.findAllByRole('listitem')).toHaveLength(3);
  expect(screen.getByText('Wanted')).toBeVisible();
  expect(screen.getByText('pve1 · ana')).toBeVisible();
  expect(screen.queryByText('pve1 · bo')).toBeNull();
  expect(screen.queryByText('pve1 · cy')).toBeNull();
});

test('there are no bars where all that is in the way is on other dates', async () => {
  show([overlap('bo', '2026-12-08T09:00Z', '2026-12-08T11:00Z')]);

  expect(await screen.findAllByRole('listitem')).toHaveLength(1);
  expect(screen.queryByText('Wanted')).toBeNull();
});

test('what is in the way until further notice reaches to the end of the bars', async () => {
  show([overlap('cy', '2026-12-06T11:00Z', null)]);

  // From 10:00 to 14:00.
  expect(await screen.findByText('pve1 · cy')).toHaveStyle({ insetInlineStart: '25%', width: '75%' });
});
