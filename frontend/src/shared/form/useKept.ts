import { useCallback, useEffect, useRef } from 'react';
import { dropDraft, type DraftPlace, keepDraft } from './draft';

/** Keeps what is typed, but for secrets, while it differs from what was there; the answer drops it. */
export function useKept<V extends object>(
  draft: DraftPlace<V> | undefined,
  who: string | null,
  isChanged: boolean,
  changed: Partial<V>,
  secrets: readonly string[],
) {
  const place = useRef(draft);
  useEffect(() => {
    place.current = draft;
  });
  const name = draft?.name;
  useEffect(() => {
    if (name === undefined || who === null || !place.current) {
      return;
    }
    if (isChanged) {
      keepDraft(place.current, who, Object.fromEntries(Object.entries(changed).filter(([key]) => !secrets.includes(key))) as Partial<V>);
    } else {
      dropDraft(place.current, who);
    }
  }, [name, who, isChanged, changed, secrets]);
  /** Drops it at once, as its form may be gone before the next moment. */
  return useCallback(() => {
    if (place.current && who !== null) {
      dropDraft(place.current, who);
    }
  }, [who]);
}
