import { createContext } from 'react';

/** Where a form leaves what was typed and not sent. */
export type DraftPlace<V> = {
  /** The form, and what it is about, such as `person ana`. */
  name: string;
  /** Raised when the values get another shape: an older draft is none then. */
  version: number;
  /** Until the tab is closed, unless it is to outlive that. */
  until?: 'tab' | 'forgotten';
  /** What of a draft still holds. */
  mend?: (kept: Partial<V>) => Partial<V>;
};

const BEGINNING = 'direttore.draft.';

/** Who types; nobody leaves no drafts. */
export const DraftOwner = createContext<string | null>(null);

const storeOf = ({ until = 'tab' }: { until?: 'tab' | 'forgotten' }) => (until === 'tab' ? sessionStorage : localStorage);
const keyOf = (name: string, who: string) => `${BEGINNING}${who}.${name}`;

/** What was typed before, and whether anything was. */
export function readDraft<V>(place: DraftPlace<V>, who: string | null): { values: Partial<V>; restored: boolean } {
  const kept = (who !== null && stored(place, who)) || {};
  return { values: place.mend?.(kept) ?? kept, restored: Object.keys(kept).length > 0 };
}

function stored<V>(place: DraftPlace<V>, who: string): Partial<V> | null {
  try {
    const { version, values } = JSON.parse(storeOf(place).getItem(keyOf(place.name, who)) ?? '{}') as { version?: number; values?: Partial<V> };
    return version === place.version ? (values ?? null) : null;
  } catch {
    return null;
  }
}

export function keepDraft<V>(place: DraftPlace<V>, who: string, values: Partial<V>): void {
  storeOf(place).setItem(keyOf(place.name, who), JSON.stringify({ version: place.version, values }));
}

export const dropDraft = <V>(place: DraftPlace<V>, who: string): void => storeOf(place).removeItem(keyOf(place.name, who));

/** Drops all that was typed in this tab, as whoever leaves wants. */
export function forgetDrafts(): void {
  Object.keys(sessionStorage)
    .filter((key) => key.startsWith(BEGINNING))
    .forEach((key) => sessionStorage.removeItem(key));
}
