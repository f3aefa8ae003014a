import { createContext } from 'react';
import { same } from './paths';

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

type Stored<V> = { version?: number; values?: Partial<V>; over?: Partial<V> };

/** What was typed before and whether anything was; `outdated` when something of it is left out, as it stood over a value that has changed since. */
export function readDraft<V extends object>(
  place: DraftPlace<V>,
  who: string | null,
  initial?: V,
): { values: Partial<V>; restored: boolean; outdated: boolean } {
  const draft: Stored<V> = who === null ? {} : stored(place, who);
  const { values = {}, over = {} } = draft;
  const all = Object.entries(values);
  const holds = ([key]: [string, unknown]) => !initial || !(key in over) || same((over as Partial<V>)[key as keyof V], initial[key as keyof V]);
  const kept = Object.fromEntries(all.filter(holds)) as Partial<V>;
  const count = Object.keys(kept).length;
  return { values: place.mend?.(kept) ?? kept, restored: count > 0, outdated: count < all.length };
}

function stored<V>(place: DraftPlace<V>, who: string): Stored<V> {
  try {
    const draft = JSON.parse(storeOf(place).getItem(keyOf(place.name, who)) ?? '{}') as Stored<V>;
    return draft.version === place.version ? draft : {};
  } catch {
    return {};
  }
}

/** Keeps what was typed, and over which values. */
export function keepDraft<V>(place: DraftPlace<V>, who: string, values: Partial<V>, over: Partial<V> = {}): void {
  storeOf(place).setItem(keyOf(place.name, who), JSON.stringify({ version: place.version, values, over }));
}

export const dropDraft = <V>(place: DraftPlace<V>, who: string): void => storeOf(place).removeItem(keyOf(place.name, who));

/** Drops all that was typed in this tab, as whoever leaves wants. */
export function forgetDrafts(): void {
  Object.keys(sessionStorage)
    .filter((key) => key.startsWith(BEGINNING))
    .forEach((key) => sessionStorage.removeItem(key));
}
