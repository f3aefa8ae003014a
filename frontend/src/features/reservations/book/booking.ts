import { momentsOf, offsetAt, offsetText, wallOf, type Day, type Wall } from '@/features/reservations/time/wall';
import { reservationTexts } from '@/features/reservations/texts';
import type { GuestEnd } from '@/shared/api/types';
import type { Faults } from '@/shared/form/paths';
import { formTexts } from '@/shared/form/texts';
import { datesOf, isCount, isEvery, MOST_DAYS, once, type Repeat } from './repeat';

const said = reservationTexts.form;
const DAY = 86_400_000;

export const whats = ['node', 'share', 'guest', 'device', 'any', 'vlan', 'entry'] as const;
export type What = (typeof whats)[number];

/** A booking as it is typed. */
export type Booking = {
  title: string;
  what: What;
  node: string;
  cores: string;
  /** In GiB. */
  memory: string;
  guest: string;
  device: string;
  vlan: string;
  anyKind: 'node' | 'device' | 'vlan';
  tags: string[];
  count: string;
  zone: string;
  start: Wall;
  end: Wall;
  repeat: Repeat;
  /** What happens to a guest that is claimed. */
  atEnd: GuestEnd;
  team: string;
  private: boolean;
  notes: string;
};

/** What can happen at the end; only what was made for a reservation is ever destroyed. */
export const endsFor = (made: boolean): GuestEnd[] => ['nothing', 'shutdown', 'stop', 'snapshot', ...(made ? (['destroy'] as const) : [])];

/** A booking of a window before anything is typed. */
export const emptyBooking = (from: number, to: number, zone: string, change: Partial<Booking> = {}): Booking => ({
  title: '',
  what: 'node',
  node: '',
  cores: '2',
  memory: '4',
  guest: '',
  device: '',
  vlan: '',
  anyKind: 'node',
  tags: [],
  count: '1',
  zone,
  start: wallOf(from, zone),
  end: wallOf(to, zone),
  repeat: once,
  atEnd: 'nothing',
  team: '',
  private: false,
  notes: '',
  ...change,
});

const LENGTH = /^(\d{1,4})(?::([0-5]\d))?$/;

/** How long it is, as hours and minutes are typed; empty where start or end is not known. */
export function lengthOf({ start, end, zone }: Pick<Booking, 'start' | 'end' | 'zone'>): string {
  const [from, to] = [momentsOf(start, zone)[0], momentsOf(end, zone)[0]];
  if (from === undefined || to === undefined || to <= from) {
    return '';
  }
  const minutes = Math.round((to - from) / 60_000);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** The end of what begins then and is that long; null where either is not whole. */
export function endAfter(start: Wall, length: string, zone: string): Wall | null {
  const [, hours, minutes = '0'] = LENGTH.exec(length.trim()) ?? [];
  const from = momentsOf(start, zone)[0];
  return hours === undefined || from === undefined ? null : wallOf(from + (Number(hours) * 60 + Number(minutes)) * 60_000, zone);
}

/** The same moments as clocks of another zone show them. */
export function inZone({ start, end, zone }: Pick<Booking, 'start' | 'end' | 'zone'>, other: string): Pick<Booking, 'start' | 'end' | 'zone'> {
  const moved = (wall: Wall) => {
    const at = momentsOf(wall, zone)[0];
    return at === undefined ? wall : wallOf(at, other);
  };
  return { start: moved(start), end: moved(end), zone: other };
}

/** What is to be known of a time beside that it is right: clocks show it twice on that day. */
export function noteOn(wall: Wall, zone: string): string | null {
  const moments = momentsOf(wall, zone);
  const [first] = moments;
  return moments.length > 1 && first !== undefined ? said.twice(`UTC${offsetText(offsetAt(first, zone))}`) : null;
}

const isNumber = (text: string, least: number, most: number) => /^\d{1,7}$/.test(text) && Number(text) >= least && Number(text) <= most;
const isAmount = (text: string) => /^\d{1,6}([.,]\d{1,2})?$/.test(text) && Number(text.replace(',', '.')) > 0;

const timeFault = (wall: Wall, zone: string) => (wall === '' ? said.moment : momentsOf(wall, zone).length === 0 ? said.skipped : null);

export function checkTimes({ start, end, zone }: Pick<Booking, 'start' | 'end' | 'zone'>, now: number): Faults {
  const [startFault, endFault] = [timeFault(start, zone), timeFault(end, zone)];
  const [from = 0] = momentsOf(start, zone);
  const [to = 0] = momentsOf(end, zone);
  return {
    ...(startFault && { start: startFault }),
    ...(endFault && { end: endFault }),
    ...(!startFault && !endFault && to <= from && { end: said.after }),
    ...(!endFault && to > from && to <= now && { end: said.past }),
  };
}

function checkShare({ cores, memory }: Pick<Booking, 'cores' | 'memory'>): Faults {
  return { ...(!isNumber(cores, 1, 100_000) && { cores: said.coresRule }), ...(!isAmount(memory) && { memory: said.memoryRule }) };
}

const needed = (wrong: boolean, field: keyof Booking): Faults => (wrong ? { [field]: formTexts.needed } : {});

function checkWhat(booking: Booking): Faults {
  const { what, node, guest, device, vlan, anyKind, cores, memory, count } = booking;
  switch (what) {
    case 'node':
      return needed(node === '', 'node');
    case 'share':
      return { ...needed(node === '', 'node'), ...checkShare(booking) };
    case 'guest':
      return needed(guest === '', 'guest');
    case 'device':
      return needed(device === '', 'device');
    case 'vlan':
      return needed(vlan === '', 'vlan');
    case 'any':
      return {
        ...(!isNumber(count, 1, 1000) && { count: said.countRule }),
        ...(anyKind === 'node' && (cores !== '' || memory !== '') && checkShare(booking)),
      };
    case 'entry':
      return {};
  }
}

export function checkRepeat({ freq, every, ends, count, until }: Repeat, start: Wall): Faults {
  const first = start.slice(0, 10);
  const isDay = until !== '' && until >= first && Date.parse(until) - Date.parse(first) <= MOST_DAYS * DAY;
  return freq === 'never'
    ? {}
    : {
        ...(!isEvery(every) && { 'repeat.every': reservationTexts.repeat.everyRule }),
        ...(ends === 'count' && !isCount(count) && { 'repeat.count': reservationTexts.repeat.countRule }),
        ...(ends === 'until' && !isDay && { 'repeat.until': reservationTexts.repeat.untilRule }),
      };
}

/** What is wrong with a booking, by the rules of the API. */
export const checkBooking =
  (now: () => number) =>
  (booking: Booking): Faults => ({
    ...needed(booking.title.trim() === '', 'title'),
    ...checkWhat(booking),
    ...checkTimes(booking, now()),
    ...checkRepeat(booking.repeat, booking.start),
  });

/** The next dates of a booking and how many there are in all, up to what is counted. */
export function nextDates({ repeat, start }: Pick<Booking, 'repeat' | 'start'>, shown: number): { dates: Day[]; all: number } {
  const dates = datesOf(repeat, start, 200);
  return { dates: dates.slice(0, shown), all: dates.length };
}
