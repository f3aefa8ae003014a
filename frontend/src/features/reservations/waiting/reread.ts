import type { QueryClient } from '@tanstack/react-query';
import { reservationKeys } from '@/features/reservations/keys';
import { rereadAll } from '@/shared/api/reread';

const { lists, any, resources, notices, waiting } = reservationKeys;

/** Reads again what an answer to an offer changes. */
export const rereadOffers = (cache: QueryClient): Promise<unknown> => rereadAll(cache, [lists, any, resources, notices, waiting]);
