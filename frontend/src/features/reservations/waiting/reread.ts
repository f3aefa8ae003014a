import type { QueryClient } from '@tanstack/react-query';
import { reservationKeys } from '@/features/reservations/keys';
import { problemOf } from '@/shared/api/problem';
import { rereadAll } from '@/shared/api/reread';
import { notify } from '@/shared/ui/notify';

const { lists, any, resources, notices, waiting } = reservationKeys;

/** Reads again what an answer to an offer changes. */
export const rereadOffers = (cache: QueryClient): Promise<unknown> => rereadAll(cache, [lists, any, resources, notices, waiting]);

/** Says why an answer to an offer was not taken. It has lapsed, or was answered elsewhere, and is shown no more: this stays. */
export function tellRefused(title: string, error: unknown): void {
  const { title: why, detail } = problemOf(error);
  notify({ title, message: `${why}. ${detail}`, color: 'red' });
}
