import type { DraftPlace } from './draft';
import type { Faults } from './paths';

/** One field of a form, for the component that shows it. */
export type Field<T> = {
  id: string;
  name: string;
  value: T;
  set: (value: T) => void;
  /** The focus has left it: what is wrong with it may be said. */
  left: () => void;
  error: string | undefined;
};

/** A field that no draft ever holds. */
export type Secret = Field<string> & { secret: true };

/** What a form is told. */
export type Options<V, S extends keyof V & string, R> = {
  /** What stands in the fields before anything is typed. */
  initial: V;
  /** The fields whose values are never kept. */
  secrets?: readonly S[];
  /** What is wrong, by the rules of the API. */
  check?: (values: V) => Faults;
  /** Sends it; what it throws is told. */
  send: (values: V, changed: Partial<V>) => Promise<R>;
  /** What happens once it was sent; what was typed stands until then. */
  done?: (answer: R) => unknown;
  /** What happens once it was refused, with the fields that were named. */
  refused?: (paths: string[]) => void;
  /** The place of a field that the API names. */
  fieldOf?: (apiField: string) => string;
  /** Whether there is a field for a place, where that is not seen on the page. */
  has?: (path: string) => boolean;
  draft?: DraftPlace<V>;
  /** Whether leaving the page is asked about while something is typed. */
  asks?: boolean;
  /** Why it may not be sent; null when it may. While Direttore does not answer, nothing may be. */
  why?: string | null;
};

/** What was refused, with what of it stands at fields and what does not. */
export type Refusal = { error: unknown; at: number; faults: Faults; others: { field: string; detail: string }[] };
