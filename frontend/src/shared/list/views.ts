import { useLocalStorage } from '@mantine/hooks';
import { useMemo } from 'react';
import { z } from 'zod';

const kept = z.array(z.object({ name: z.string(), search: z.string() })).catch([]);

/** A filter, an order and columns under a name: what stood in the address. */
export type View = z.output<typeof kept>[number];

// That of the guests was the first, and is kept as it was.
const keyOf = (list: string) => (list === 'guests' ? 'direttore.views' : `direttore.views.${list}`);

/** The views of a list that this browser keeps, by name. */
export function useViews(of: string) {
  const [stored, store] = useLocalStorage<unknown>({ key: keyOf(of), defaultValue: [], getInitialValueInEffect: false });
  const views = useMemo(() => kept.parse(stored), [stored]);
  const without = (name: string) => views.filter((view) => view.name !== name);
  return {
    views,
    keep: (view: View) => store([...without(view.name), view].toSorted((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }))),
    drop: (name: string) => store(without(name)),
  };
}
