import { useCallback } from 'react';
import { isIn, valueAt } from './paths';
import type { Field, useForm } from './useForm';

/** What fields need of the form that they stand in. */
export type Fields<V extends object, S extends keyof V & string = never> = Pick<ReturnType<typeof useForm<V, S>>, 'values' | 'set' | 'at' | 'secret' | 'shown'>;

type Whole = { values: object; setAt: (place: string, change: object) => void; at: (path: never) => unknown; shown: Record<string, string> };

/** What stands at a place in a form, for fields that know nothing of the rest. Its secrets are those of a form that keeps no draft. */
export function useWithin<V extends object, S extends keyof V & string = never>(form: Whole, place: string): Fields<V, S> {
  const { setAt } = form;
  const set = useCallback((change: Partial<V>) => setAt(place, change), [setAt, place]);
  const at = (path: string) => form.at(`${place}.${path}` as never);
  const inside = Object.entries(form.shown).filter(([path]) => isIn(path, place));
  return {
    values: valueAt(form.values, place) as V,
    set,
    at: at as Fields<V, S>['at'],
    secret: (path) => ({ ...(at(path) as Field<string>), secret: true }),
    shown: Object.fromEntries(inside.map(([path, fault]) => [path.slice(place.length + 1), fault])),
  };
}
