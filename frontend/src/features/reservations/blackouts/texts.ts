import type { NewBlackout } from '@/shared/api/types';

const many = (count: number, one: string, more: string) => (count === 1 ? one : more.replace('#', String(count)));

/** What becomes of reservations that are in the way of a blackout. */
export type OnConflict = NonNullable<NewBlackout['conflicts']>;

/** The kinds of which something can be closed. */
export type ClosedKind = 'node' | 'device' | 'vlan' | 'guest' | 'pool' | 'addresses';

/** What is said of times in which nothing can be booked. */
export const blackoutTexts = {
  title: 'Blackouts',
  what: 'the blackouts',
  detail: 'While something is closed, nobody can book it.',
  none: 'Nothing is closed, now or later',
  noneDetail: 'Operators close nodes, devices, VLANs and guests for a time, such as for maintenance.',
  new: 'New blackout',
  mayNot: 'Operators close things and open them again.',
  why: 'Why',
  closed: 'What is closed',
  when: 'Time',
  by: 'By',
  state: 'State',
  states: { now: 'Closed now', later: 'To come' },

  form: {
    title: 'New blackout',
    change: 'Change the blackout',
    why: 'Why',
    whyHint: 'As everybody reads it',
    closed: 'What is closed',
    search: 'Nodes, devices, VLANs and more',
    add: { node: 'All nodes', device: 'All devices', vlan: 'All VLANs', guest: 'All guests', pool: 'All pools', addresses: 'All addresses' } satisfies Record<
      ClosedKind,
      string
    >,
    groups: { node: 'Nodes', device: 'Devices', vlan: 'VLANs', guest: 'Guests', pool: 'Pools', addresses: 'Addresses' } satisfies Record<ClosedKind, string>,
    conflicts: 'Reservations in the way',
    choices: {
      refuse: 'Show them first, and close nothing',
      keep: 'They stay; the rest is closed',
      cancel: 'They are cancelled',
    } satisfies Record<OnConflict, string>,
    cancelHint: 'Their owners are told, with the reason above. That cannot be undone.',
    choose: 'Nothing was closed. Choose below what becomes of them.',
    notes: 'Notes',
    submit: 'Close it',
    submitCancel: 'Cancel them and close it',
    save: 'Save',
    stays: 'Its time and what it closes stay as they are: for another, make a new one and remove this.',
    done: (cancelled: number, kept: number) =>
      [
        'It is closed.',
        cancelled === 0 ? '' : many(cancelled, '1 reservation was cancelled.', '# reservations were cancelled.'),
        kept === 0 ? '' : many(kept, '1 stays in its time.', '# stay in its time.'),
      ]
        .filter(Boolean)
        .join(' '),
    saved: 'Saved',
  },
  change: 'Change',
  changeOf: (title: string) => `Change ${title}`,
  remove: 'Remove',
  removeOf: (title: string) => `Remove ${title}`,
  removeTitle: (title: string) => `Remove ${title}?`,
  removeDetail: 'What it closes can be booked again at once. What was cancelled for it stays cancelled.',
  removed: (title: string) => `${title}: open again`,
};
