import { count } from '@/features/reservations/texts';
import type { SeriesDate } from '@/shared/api/types';
import type { Labels } from '@/shared/format/label';

/** What is said of series that are changed as a whole. */
export const seriesTexts = {
  which: 'Which dates',
  scopes: { this: 'Only this date', later: 'This date and later ones', all: 'All that have not begun' } satisfies Record<'this' | 'later' | 'all', string>,
  hint: 'Dates that were moved by hand keep their time; what has begun stays as it is.',
  modes: { all: 'change none', skip: 'let it keep its time' },
  move: 'Move which dates?',
  submit: 'Move',
  repeats: 'Change how it repeats',
  preview: 'Next dates',
  more: (shown: number, all: number) => `Next dates, ${shown} of ${all}`,
  outcomes: { changed: 'changed', kept: 'stays as it is', added: 'added', skipped: 'not booked', 'called-off': 'called off' } satisfies Labels<
    SeriesDate['outcome']
  >,
  stays: (why: string) => `keeps its time: ${why}`,
  skips: (why: string) => `not booked: ${why}`,
  refused: (many: number) => `${count(many, 'date', 'dates')} cannot be as asked.`,
  none: 'Nothing is changed yet.',
  cannot: 'What would become of the dates is not known.',
  done: (changed: number, refused: number) => `${count(changed, 'date', 'dates')} changed${refused > 0 ? `, ${refused} could not be` : ''}.`,
  title: 'Series',
  what: 'the series',
  dates: (all: number, coming: number) => `${count(all, 'date', 'dates')}, ${coming} to come`,
  left: 'Dates that could not be booked',
  retry: 'Try the skipped dates again',
  retried: (booked: number, left: number) => `${count(booked, 'date', 'dates')} booked${left > 0 ? `, ${left} still not free` : ''}.`,
  guests: 'It makes guests, which are ordered when it is booked: no date can be added.',
};
