import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { reservationKeys } from '@/features/reservations/keys';
import { problemOf } from '@/shared/api/problem';
import type { NewWaitingEntry, WaitingPlace } from '@/shared/api/types';
import { place } from './api';

const PAUSE = 300;

/** Where a wish would stand: asked for, known, refused with why, or not known. */
export type Standing = { state: 'asking' | 'unknown' } | { state: 'refused'; why: string } | ({ state: 'known' } & WaitingPlace);

/** Asks where a wish would stand before it is entered; undefined while it is not right. */
export function usePlace(entry: NewWaitingEntry, right: boolean): Standing | undefined {
  const now = JSON.stringify(entry);
  const [asked] = useDebouncedValue(now, PAUSE);
  const { data, error } = useQuery({
    queryKey: reservationKeys.place(asked),
    queryFn: ({ signal }) => place(JSON.parse(asked) as NewWaitingEntry, signal),
    enabled: right && asked === now,
    // Others come and go.
    staleTime: 0,
    retry: false,
  });
  if (!right) {
    return undefined;
  }
  if (asked !== now || (!data && !error)) {
    return { state: 'asking' };
  }
  if (error) {
    const { status, detail } = problemOf(error);
    return status >= 400 && status < 500 && status !== 429 ? { state: 'refused', why: detail } : { state: 'unknown' };
  }
  return { state: 'known', ...data };
}
