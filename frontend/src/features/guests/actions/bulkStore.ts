import { guestTexts } from '@/features/guests/texts';
import type { Action } from './allowed';
import type { Options, Target } from './bulk';

export type Item = {
  guest: Target;
  operation: string | null;
  /** Unknown where nothing was answered of what became of it. */
  outcome: 'ordering' | 'ordered' | 'succeeded' | 'failed' | 'cancelled' | 'unknown';
  /** Why it did not succeed. */
  reason: string | null;
};

export type Bulk = {
  action: Action;
  options: Options;
  items: Item[];
  begun: number;
  /** The groups that order it; none for a single guest. */
  groups: string[];
};

const KEY = 'direttore.bulk';

const watchers = new Set<() => void>();
let current: Bulk | null = kept();

/** What this tab ordered before it was loaded again, as long as it has not ended; an order that was on its way then may have arrived. */
function kept(): Bulk | null {
  try {
    const bulk = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Bulk | null;
    const left = (item: Item): Item => (item.outcome === 'ordering' ? { ...item, outcome: 'unknown', reason: guestTexts.bulk.left } : item);
    return bulk?.items.some(({ outcome }) => outcome === 'ordering' || outcome === 'ordered') ? { ...bulk, items: bulk.items.map(left) } : null;
  } catch {
    return null;
  }
}

/** Whether something of it was ordered and has not ended. */
export function unfinished(bulk: Bulk): boolean {
  return bulk.items.some(({ outcome }) => outcome === 'ordered');
}

export const bulkStore = {
  current: () => current,
  watch: (watcher: () => void) => {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  },
  clear: () => set(null),
};

export function set(next: Bulk | null) {
  current = next;
  if (next && next.groups.length > 0) {
    sessionStorage.setItem(KEY, JSON.stringify(next));
  } else {
    sessionStorage.removeItem(KEY);
  }
  watchers.forEach((watcher) => watcher());
}

/** With something else known of one guest; shown unless another bulk has taken its place. */
export function change(of: Bulk, vmid: number, item: Partial<Item>): Bulk {
  const next = { ...of, items: of.items.map((each) => (each.guest.vmid === vmid ? { ...each, ...item } : each)) };
  if (current?.begun === of.begun) {
    set(next);
  }
  return next;
}
