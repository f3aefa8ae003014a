import { problemOf } from '@/shared/api/problem';
import { useNow } from '@/shared/format/useNow';

/** How many seconds have to pass before a refused try may be repeated; null when the refusal named no wait. */
export function useWait(refusal: { error: unknown; at: number } | null): number | null {
  const now = useNow();
  const seconds = refusal ? problemOf(refusal.error).retryAfter : undefined;
  return refusal === null || seconds === undefined ? null : Math.max(0, Math.ceil(seconds - Math.max(0, now - refusal.at) / 1000));
}
