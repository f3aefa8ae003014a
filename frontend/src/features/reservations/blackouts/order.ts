import { checkTimes, writtenOf, type Typed } from '@/features/reservations/time/typed';
import { vlanClaim } from '@/features/reservations/words';
import type { NewBlackout, NewClaim, Resource } from '@/shared/api/types';
import type { Faults } from '@/shared/form/paths';
import { formTexts } from '@/shared/form/texts';
import type { ClosedKind, OnConflict } from './texts';

export const closedKinds = ['node', 'device', 'vlan', 'guest', 'pool', 'addresses'] as const satisfies ClosedKind[];

/** A blackout as it is typed. */
export type Closing = Typed & {
  title: string;
  /** What is closed, each as its kind and name. */
  closed: string[];
  conflicts: OnConflict;
  notes: string;
};

export const keyOf = ({ kind, name }: Pick<Resource, 'kind' | 'name'>): string => `${kind}/${name}`;

function claimOf(key: string): NewClaim {
  const [kind = '', ...rest] = key.split('/');
  const name = rest.join('/');
  switch (kind) {
    case 'guest':
      return { guest: Number(name) };
    case 'vlan':
      return vlanClaim(name);
    default:
      return { [kind]: name };
  }
}

/** A blackout as the API is told of it. */
export const closingOf = (closing: Closing): NewBlackout => ({
  title: closing.title.trim(),
  ...writtenOf(closing),
  claims: closing.closed.map(claimOf),
  conflicts: closing.conflicts,
  ...(closing.notes.trim() !== '' && { notes: closing.notes.trim() }),
});

/** What is wrong with it, by the rules of the API. */
export const checkClosing =
  (now: () => number) =>
  (closing: Closing): Faults => ({
    ...(closing.title.trim() === '' && { title: formTexts.needed }),
    ...(closing.closed.length === 0 && { closed: formTexts.needed }),
    ...checkTimes(closing, now()),
  });

const places: [RegExp, string][] = [
  [/^start_dt$/, 'start'],
  [/^end_dt$/, 'end'],
  [/^time_zone$/, 'zone'],
  [/^claims.*$/, 'closed'],
];

/** The place of a field of the API in the form. */
export const placeOf = (field: string): string => places.reduce((now, [form, place]) => now.replace(form, place), field);

/** All of a kind beside what is chosen already. */
export const withAll = (closed: string[], resources: Pick<Resource, 'kind' | 'name'>[], kind: ClosedKind): string[] => [
  ...new Set([...closed, ...resources.filter((each) => each.kind === kind).map(keyOf)]),
];
