import { useCallback, useEffect, useRef } from 'react';
import { dropDraft, type DraftPlace, keepDraft } from './draft';

/** Keeps what is typed, but for secrets, while it differs from what was there; the answer drops it. */
export function useKept<V extends object>(
  draft: DraftPlace<V> | undefined,
  who: string | null,
  initial: V,
  isChanged: boolean,
  changed: Partial<V>,
  secrets: readonly string[],
) {
  const place = useRef(draft);
  const base = useRef(initial);
  useEffect(() => {
    place.current = draft;
    base.current = initial;
  });
  const name = draft?.name;
  // Named anew at each drawing, they are the same all the same: what was dropped must not be kept again for them.
  const hidden = secrets.join();
  useEffect(() => {
    if (name === undefined || who === null || !place.current) {
      return;
    }
    if (isChanged) {
      const kept = (Object.keys(changed) as (keyof V & string)[]).filter((key) => !hidden.split(',').includes(key));
      const of = (values: Partial<V>) => Object.fromEntries(kept.map((key) => [key, values[key]])) as Partial<V>;
      keepDraft(place.current, who, of(changed), of(base.current));
    } else {
      dropDraft(place.current, who);
    }
  }, [name, who, isChanged, changed, hidden]);
  /** Drops it at once, as its form may be gone before the next moment. */
  return useCallback(() => {
    if (place.current && who !== null) {
      dropDraft(place.current, who);
    }
  }, [who]);
}
