import { useCallback } from 'react';
import * as z from 'zod/mini';
import { useUrlState } from '@/shared/url/useUrlState';

const shape = {
  folded: z.catch(
    z.pipe(
      z.string(),
      z.transform((text: string) =>
        text
          .split(',')
          .map(Number)
          .filter((id) => Number.isInteger(id) && id > 0),
      ),
    ),
    [],
  ),
};

/** The prefixes of which those within are not shown, by id, as the address has it; and how to change that of one. */
export function useFolded(): [number[], (id: number) => void] {
  const [{ folded }, setUrl] = useUrlState(shape);
  const toggle = useCallback(
    (id: number) => setUrl({ folded: folded.includes(id) ? folded.filter((each) => each !== id) : [...folded, id] }),
    [folded, setUrl],
  );
  return [folded, toggle];
}
