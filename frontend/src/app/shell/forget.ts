import type { QueryClient } from '@tanstack/react-query';
import { accessKeys } from '@/features/access/keys';
import { aboutQuery } from './about';

const everybodys: unknown[] = [aboutQuery.queryKey[0], accessKeys.signInWays[0]];

/** Drops what was read for one person, before another comes. */
export function forget(cache: QueryClient): void {
  cache.removeQueries({ predicate: ({ queryKey: [first] }) => !everybodys.includes(first) });
}
