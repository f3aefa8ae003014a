import { Skeleton } from '@mantine/core';
import { Suspense, useMemo } from 'react';
import { titleOf } from '@/features/reservations/blackouts/words';
import { reservationTexts } from '@/features/reservations/texts';
import { firstDay, type Span } from '@/features/reservations/time/span';
import { beginOf, dayOf, momentOf, wallOf, type Day } from '@/features/reservations/time/wall';
import { claimsOf, fromOf, toOf } from '@/features/reservations/words';
import type { Reservation } from '@/shared/api/types';
import { locale } from '@/shared/format/locale';
import { part } from '@/shared/ui/part';
import { uiTexts } from '@/shared/ui/texts';
import { GhostMark, type Ghost } from './ghost';
import type { Entry } from './Grid';
import type { Asked } from './judge';

const Grid = part(() => import('./Grid').then((file) => file.default));
const HOUR = 3_600_000;
const MORNING = '07:00:00';

type Props = {
  view: 'month' | 'week' | 'day';
  day: Day;
  span: Span;
  zone: string;
  label: string;
  reservations: Reservation[];
  ghost: Ghost;
  look: (asked: Asked | null) => void;
  open: (reservation: Reservation) => void;
  create: (from: number, to: number) => void;
  move: (reservation: Reservation, from: number, to: number) => Promise<boolean>;
  go: (day: Day) => void;
};

export const toneOf = ({ mine, phase, kind, status }: Pick<Reservation, 'mine' | 'phase' | 'kind' | 'status'>): Entry['tone'] => {
  if (kind === 'blackout') {
    return 'blackout';
  }
  if (status === 'cancelled') {
    return 'cancelled';
  }
  return phase === 'requested' || phase === 'offered' ? 'asked' : mine ? 'mine' : 'other';
};

const entryOf = (each: Reservation, zone: string): Entry => {
  const may = each.may.includes('change');
  return {
    id: String(each.id),
    title: [titleOf(each), claimsOf(each)].join(' · '),
    start: `${wallOf(fromOf(each), zone)}Z`,
    end: `${wallOf(toOf(each), zone)}Z`,
    editable: may,
    startEditable: may && each.status === 'pending',
    tone: toneOf(each),
  };
};

/** The moment at which clocks show a time; of one that they skip, an hour later. */
function momentIn(shown: Date, zone: string): number {
  const wall = (at: number) => new Date(at).toISOString().slice(0, 16);
  return momentOf(wall(shown.getTime()), zone) ?? momentOf(wall(shown.getTime() + HOUR), zone) ?? shown.getTime();
}

/** The time of day that a week or a day begins to show: a little before now on the same day, where that is in it, else the morning. */
export function scrollFor({ from, to }: Span, now: number, zone: string): string {
  const begin = Math.max(beginOf(dayOf(now, zone), zone), now - HOUR);
  return now >= from && now < to ? `${wallOf(begin, zone).slice(11, 13)}:00:00` : MORNING;
}

/** Months, weeks and days, by the clocks of a zone. */
export function Months({ view, day, span, zone, label, reservations, ghost, look, open, create, move, go }: Props) {
  const byId = useMemo(() => new Map(reservations.map((each) => [String(each.id), each])), [reservations]);
  const entries = useMemo(() => reservations.map((each) => entryOf(each, zone)), [reservations, zone]);
  const at = (shown: Date) => momentIn(shown, zone);
  return (
    <Suspense fallback={<Skeleton h={600} role="status" aria-label={uiTexts.loading(reservationTexts.what)} />}>
      <GhostMark ghost={ghost} />
      <Grid
        {...{ view, day, entries, go }}
        label={reservationTexts.calendar(label)}
        moreHint={reservationTexts.showMore}
        firstDay={firstDay()}
        locale={locale[0] ?? 'en'}
        now={() => `${wallOf(Date.now(), zone)}Z`}
        scrollTo={() => scrollFor(span, Date.now(), zone)}
        look={(window) => {
          const moving = window?.id ? byId.get(window.id) : undefined;
          look(window && { from: at(window.start), to: at(window.end), ...(moving && { moving }) });
        }}
        open={(id) => {
          const clicked = byId.get(id);
          if (clicked) {
            open(clicked);
          }
        }}
        create={(start, end) => create(at(start), at(end))}
        move={async (id, start, end) => {
          const moved = byId.get(id);
          return moved !== undefined && move(moved, at(start), at(end));
        }}
      />
    </Suspense>
  );
}
