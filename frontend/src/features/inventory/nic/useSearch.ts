import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';

const PAUSE = 250;

/** What is searched for in a list of choices, a moment after it was typed. What is chosen stands in the same place, and is no search. */
export function useSearch(chosen: string) {
  const [typed, setTyped] = useState(chosen);
  const [paused] = useDebouncedValue(typed.trim(), PAUSE);
  return { typed, setTyped, q: paused === chosen ? '' : paused };
}
