import type { UseMutationResult } from '@tanstack/react-query';
import { problemOf } from '@/shared/api/problem';
import { useNow } from '@/shared/format/useNow';

/** How many seconds have to pass before a refused try may be repeated; null when the refusal named no wait. */
export function useWait({ error, submittedAt }: Pick<UseMutationResult, 'error' | 'submittedAt'>): number | null {
  const now = useNow();
  const seconds = error ? problemOf(error).retryAfter : undefined;
  return seconds === undefined ? null : Math.max(0, Math.ceil(seconds - Math.max(0, now - submittedAt) / 1000));
}
