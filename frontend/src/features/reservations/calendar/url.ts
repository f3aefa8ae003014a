import { useCallback, useMemo } from 'react';
import * as z from 'zod/mini';
import { spanOf, stepped, titleOf, today, views, type View } from '@/features/reservations/time/span';
import { useZoneOf } from '@/features/reservations/time/useZoneOf';
import type { ReservationStatus } from '@/shared/api/types';
import { wholeUrl } from '@/shared/list/useWholeList';
import { useMedia } from '@/shared/ui/useMedia';
import { listOf, useUrlState } from '@/shared/url/useUrlState';
import { reservationList } from './list';

const statuses = ['pending', 'active', 'completed', 'cancelled'] as const satisfies ReservationStatus[];
/** What is shown unless one chooses: all but what was called off. */
export const usualStatuses: ReservationStatus[] = ['pending', 'active', 'completed'];

export const byKinds = ['node', 'device', 'vlan', 'guest', 'storage', 'pool', 'addresses', 'team'] as const;
export type ByKind = (typeof byKinds)[number];

// In the order of time unless one chooses.
const listUrl = wholeUrl(reservationList('UTC').columns, 'start');

const PHONE = '(max-width: 48em)';

const shape = {
  view: z.catch(z.enum([...views, '']), ''),
  // Empty for today, so that a link goes on meaning it.
  date: z.catch(
    z.string().check(
      z.regex(/^\d{4}-\d\d-\d\d$/),
      z.refine((day) => !Number.isNaN(Date.parse(`${day}T00:00Z`))),
    ),
    '',
  ),
  by: z.catch(z.enum(byKinds), 'node'),
  span: z.catch(z.enum(['day', 'week']), 'day'),
  mine: z.catch(z.enum(['yes', 'no']), 'no'),
  node: z.catch(z.string(), ''),
  status: listOf(statuses, usualStatuses),
  q: z.catch(z.string(), ''),
  book: z.catch(z.enum(['yes', 'no']), 'no'),
  sort: listUrl.sort,
  cols: listUrl.cols,
};

/** What the calendar shows, as the address says it, and how to go on from there. */
export function useCalendar(now: number) {
  const [url, set] = useUrlState(shape);
  const zone = useZoneOf();
  const phone = useMedia(PHONE);
  const view: View = url.view === '' ? (phone ? 'list' : 'week') : url.view;
  const day = url.date === '' ? today(zone.zone, now) : url.date;
  const whole = url.span === 'week';
  const span = useMemo(() => spanOf(view, day, zone.zone, whole), [view, day, zone.zone, whole]);
  const go = useCallback((steps: 1 | -1) => set({ date: stepped(view, day, steps, whole) }, { replace: false }), [set, view, day, whole]);
  return {
    ...url,
    view,
    day,
    whole,
    span,
    phone,
    zone,
    title: titleOf(view, day, span),
    set,
    go,
    goToday: useCallback(() => set({ date: '' }, { replace: false }), [set]),
  };
}

export type Calendar = ReturnType<typeof useCalendar>;
