import { actTexts } from './actTexts';
import type { GuestEnd } from '@/shared/api/types';
import type { Faults } from '@/shared/form/paths';

/** What can happen at the end; only what was made for a reservation is ever destroyed. */
export const endsFor = (made: boolean): GuestEnd[] => ['nothing', 'shutdown', 'stop', 'snapshot', ...(made ? (['destroy'] as const) : [])];

/** What can happen at the start, and at the end, with a guest that is there already. */
export const namedStarts = ['nothing', 'start', 'snapshot', 'rollback'] as const;
export const namedEnds = ['nothing', 'shutdown', 'stop', 'snapshot', 'restore'] as const;
export type NamedStart = (typeof namedStarts)[number];
export type NamedEnd = GuestEnd | 'restore';

/** What happens to a guest, as it is typed: what, and the snapshot that it is put back to. */
export type Acts = { atStart: NamedStart; startFrom: string; atEnd: NamedEnd; endAs: string };

const LONGEST_MARGIN = 1440;

/** Whether it is a time before a start or after an end, in minutes. */
export const isGrace = (text: string): boolean => /^\d{1,4}$/.test(text) && Number(text) <= LONGEST_MARGIN;

/** The same for one that may be left to the server. */
export const isGraceOrNone = (text: string): boolean => text === '' || isGrace(text);

const isSnapshot = (name: string) => /^[A-Za-z][A-Za-z0-9_-]{1,39}$/.test(name) && name !== 'current' && name !== 'pending';

/** The word of the API for an act, with the snapshot where it needs one. */
export const actOf = (act: NamedStart | NamedEnd, snapshot: string): string => (act === 'rollback' || act === 'restore' ? `${act}:${snapshot.trim()}` : act);

/** The act and the snapshot of a word of the API. */
export function actFrom<Act extends NamedStart | NamedEnd>(word: string): [Act, string] {
  const [act = '', snapshot = ''] = word.split(':');
  return [act as Act, snapshot];
}

/** What is wrong with what happens to a guest that is there already. */
export const checkActs = ({ atStart, startFrom, atEnd, endAs }: Acts): Faults => ({
  ...(atStart === 'rollback' && !isSnapshot(startFrom.trim()) && { startFrom: actTexts.snapshotRule }),
  ...(atEnd === 'restore' && !isSnapshot(endAs.trim()) && { endAs: actTexts.snapshotRule }),
});
