import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useNow } from '@/shared/format/useNow';
import { giveBack, heldQuery, isDue, isLost } from './api';

type Props = {
  /** The allocations that a form holds. */
  ids: string[];
  /** Hears of those that are held no more. */
  lose: (ids: string[]) => void;
};

/** Keeps addresses held for a form as long as it is open and wants them; gives those back that it wants no more. It shows nothing. */
export function KeepHeld({ ids, lose }: Props) {
  const cache = useQueryClient();
  const now = useNow();
  const queries = useQueries({ queries: ids.map(heldQuery) });
  useEffect(() => {
    const lost = ids.filter((_, index) => isLost(queries[index]?.error));
    if (lost.length > 0) {
      lose(lost);
    }
    queries.filter((query) => !query.isFetching && !isLost(query.error) && isDue(query, now)).forEach((query) => void query.refetch());
  });
  const kept = useRef<string[]>([]);
  useEffect(() => {
    kept.current.filter((id) => !ids.includes(id)).forEach((id) => giveBack(cache, id));
    kept.current = ids;
  });
  const open = useRef(false);
  useEffect(() => {
    open.current = true;
    return () => {
      open.current = false;
      // It may only have been drawn anew, as React does while developing.
      setTimeout(() => !open.current && kept.current.forEach((id) => giveBack(cache, id)));
    };
  }, [cache]);
  return null;
}
