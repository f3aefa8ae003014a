import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import * as z from 'zod/mini';

/** One entry of the address; it must read `undefined` as its default and never fail: wrap it in `z.catch(…)`. */
type Shape = Record<string, z.ZodMiniType>;
type Values<S extends Shape> = { [K in keyof S]: z.output<S[K]> };

/** Several words of a choice, joined by commas in the address. */
export const listOf = <T extends readonly [string, ...string[]]>(words: T, initial: T[number][] = []) =>
  z.catch(
    z.pipe(
      z.string(),
      z.transform((text: string) => text.split(',').filter((word): word is T[number] => words.includes(word))),
    ),
    initial,
  );

const written = (value: unknown): string =>
  Array.isArray(value) ? value.join(',') : typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

/**
 * What the address's query says, checked; and how to change it. What is as by default does not stand in the address.
 * The shape must be a constant. `replace` (the default) leaves no entry in the browser's history.
 */
export function useUrlState<S extends Shape>(shape: S): [Values<S>, (change: Partial<Values<S>>, how?: { replace?: boolean }) => void] {
  const { search, pathname } = useLocation();
  const navigate = useNavigate();
  // Two changes in one turn must both count, before the router has told of the first.
  const latest = useRef(search);
  useEffect(() => {
    latest.current = search;
  }, [search]);

  const values = useMemo(() => {
    const params = new URLSearchParams(search);
    return Object.fromEntries(Object.entries(shape).map(([name, type]) => [name, type.parse(params.get(name) ?? undefined)])) as Values<S>;
  }, [search, shape]);

  const change = useCallback(
    (changes: Partial<Values<S>>, { replace = true } = {}) => {
      const params = new URLSearchParams(latest.current);
      for (const [name, value] of Object.entries(changes)) {
        const text = written(value);
        if (text === written(shape[name]?.parse(undefined))) {
          params.delete(name);
        } else {
          params.set(name, text);
        }
      }
      const next = params.size > 0 ? `?${params}` : '';
      if (next !== latest.current) {
        latest.current = next;
        void navigate({ pathname, search: next }, { replace, preventScrollReset: true });
      }
    },
    [navigate, pathname, shape],
  );
  return [values, change];
}
