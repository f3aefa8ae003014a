import type { GuestName, Timeframe } from '@/shared/api/types';

/** The names under which guests are kept; what belongs to one begins with `one(…)`, and that with `any`. */
export const guestKeys = {
  list: ['guests'],
  any: ['guest'],
  one: ({ node, kind, vmid }: GuestName) => ['guest', node, kind, vmid],
  part: ({ node, kind, vmid }: GuestName, part: string) => ['guest', node, kind, vmid, part],
  history: ({ node, kind, vmid }: GuestName, timeframe: Timeframe) => ['guest', node, kind, vmid, 'history', timeframe],
  task: (upid: string) => ['task', upid],
} as const;
