import { reservationTexts } from '@/features/reservations/texts';
import { checkTimes, type Typed } from '@/features/reservations/time/typed';
import { wallOf, type Day, type Wall } from '@/features/reservations/time/wall';
import type { GuestEnd } from '@/shared/api/types';
import type { Faults } from '@/shared/form/paths';
import { formTexts } from '@/shared/form/texts';
import { checkActs, isGraceOrNone, type Acts } from './ends';
import { checkMachines, type MachineSet } from './machines';
import { datesOf, isCount, isEvery, MOST_DAYS, once, type Repeat } from './repeat';

const said = reservationTexts.form;
const DAY = 86_400_000;

export const whats = ['node', 'share', 'machines', 'guest', 'device', 'any', 'vlan', 'entry'] as const;
export type What = (typeof whats)[number];

/** The kinds of which any that fits can be asked for. */
export const anyKinds = ['node', 'device', 'vlan', 'console', 'network', 'port'] as const;
export type AnyKind = (typeof anyKinds)[number];

/** A booking as it is typed; acts are those of a guest that is claimed. */
export type Booking = Typed &
  Acts & {
    title: string;
    what: What;
    node: string;
    cores: string;
    /** In GiB. */
    memory: string;
    guest: string;
    device: string;
    vlan: string;
    anyKind: AnyKind;
    tags: string[];
    count: string;
    /** What is claimed beside; empty for nothing. */
    storage: string;
    /** In GiB. */
    disk: string;
    addresses: string;
    /** The number of a prefix of NetBox of which any free addresses are claimed. */
    prefix: string;
    prefixCount: string;
    pool: string;
    vms: string;
    lxc: string;
    repeat: Repeat;
    /** What is made for it. */
    machines: MachineSet[];
    /** What happens to what is made for it. */
    madeEnd: GuestEnd;
    /** In minutes; empty for what is usual. */
    grace: string;
    /** In minutes; empty for what is chosen by how many are made. */
    lead: string;
    team: string;
    private: boolean;
    notes: string;
  };

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
  storage: '',
  disk: '32',
  addresses: '',
  prefix: '',
  prefixCount: '1',
  pool: '',
  vms: '1',
  lxc: '0',
  zone,
  start: wallOf(from, zone),
  end: wallOf(to, zone),
  repeat: once,
  machines: [],
  atStart: 'nothing',
  startFrom: '',
  atEnd: 'nothing',
  endAs: '',
  madeEnd: 'destroy',
  grace: '',
  lead: '',
  team: '',
  private: false,
  notes: '',
  ...change,
});

const isNumber = (text: string, least: number, most: number) => /^\d{1,7}$/.test(text) && Number(text) >= least && Number(text) <= most;
const isAmount = (text: string) => /^\d{1,6}([.,]\d{1,2})?$/.test(text) && Number(text.replace(',', '.')) > 0;

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
        ...(!isNumber(count, 1, 200) && { count: said.countRule }),
        ...(anyKind === 'node' && (cores !== '' || memory !== '') && checkShare(booking)),
      };
    case 'machines':
    case 'entry':
      return {};
  }
}

function checkBesides({ storage, disk, prefix, prefixCount, pool, vms, lxc }: Booking): Faults {
  const some = Number(vms) + Number(lxc) > 0;
  return {
    ...(storage !== '' && !isAmount(disk) && { disk: said.memoryRule }),
    ...(prefix !== '' && !isNumber(prefixCount, 1, 400) && { prefixCount: said.prefixRule }),
    ...(pool !== '' && (!isNumber(vms, 0, 100_000) || !some) && { vms: said.guestsRule }),
    ...(pool !== '' && !isNumber(lxc, 0, 100_000) && { lxc: said.guestsRule }),
  };
}

/** What becomes of all the guests that are made, each kind by itself. */
export const madeEnds = ({ machines, madeEnd }: Pick<Booking, 'machines' | 'madeEnd'>): GuestEnd[] => machines.map(({ end }) => end || madeEnd);

/** Whether something happens to guests at the end, which a grace leaves time to take back. */
export const hasGrace = (booking: Pick<Booking, 'what' | 'atEnd' | 'machines' | 'madeEnd'>): boolean =>
  (booking.what === 'guest' && booking.atEnd !== 'nothing') || madeEnds(booking).some((end) => end !== 'nothing');

function checkMargins(booking: Booking): Faults {
  const { machines, lead, grace } = booking;
  return {
    ...(machines.length > 0 && !isGraceOrNone(lead) && { lead: said.graceRule }),
    ...(hasGrace(booking) && !isGraceOrNone(grace) && { grace: said.graceRule }),
  };
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
    ...checkMachines(booking.machines),
    ...(booking.what === 'guest' && checkActs(booking)),
    ...checkMargins(booking),
    ...checkBesides(booking),
    ...checkTimes(booking, now()),
    ...checkRepeat(booking.repeat, booking.start),
  });

/** The next dates of a booking and how many there are in all, up to what is counted. */
export function nextDates({ repeat, start }: Pick<Booking, 'repeat' | 'start'>, shown: number): { dates: Day[]; all: number } {
  const dates = datesOf(repeat, start, 200);
  return { dates: dates.slice(0, shown), all: dates.length };
}
