import * as z from 'zod/mini';
import { useStored } from './stored';

const one = z.object({ name: z.string(), search: z.string() });

/** A filter, an order and columns under a name: what stood in the address. */
export type View = z.output<typeof one>;

// That of the guests was the first, and is kept as it was.
const keyOf = (list: string) => (list === 'guests' ? 'direttore.views' : `direttore.views.${list}`);

/** What can be read as views; what cannot is passed over. */
const viewsIn = (value: unknown): View[] =>
  (Array.isArray(value) ? value : []).flatMap((each) => {
    const { data } = one.safeParse(each);
    return data ? [data] : [];
  });

const without = (views: View[], name: string) => views.filter((view) => view.name !== name);

/** The views of a list that this browser keeps, by name. */
export function useViews(of: string) {
  const [views, change] = useStored(keyOf(of), viewsIn);
  return {
    views,
    keep: (view: View) =>
      change((before) => [...without(before, view.name), view].toSorted((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }))),
    drop: (name: string) => change((before) => without(before, name)),
  };
}
