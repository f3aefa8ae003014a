import { reservationTexts } from '@/features/reservations/texts';
import type { Faults } from '@/shared/form/paths';
import { momentsOf, offsetAt, offsetText, wallOf, written, type Wall } from './wall';

const said = reservationTexts.form;

/** A window as it is typed: what clocks of a zone show at its start and end. */
export type Typed = { start: Wall; end: Wall; zone: string };

const LENGTH = /^(\d{1,4})(?::([0-5]\d))?$/;

/** How long it is, as hours and minutes are typed; empty where start or end is not known. */
export function lengthOf({ start, end, zone }: Typed): string {
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
export function inZone({ start, end, zone }: Typed, other: string): Typed {
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

const timeFault = (wall: Wall, zone: string) => (wall === '' ? said.moment : momentsOf(wall, zone).length === 0 ? said.skipped : null);

/** What is wrong with a window that is to be booked. */
export function checkTimes({ start, end, zone }: Typed, now: number): Faults {
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

/** The start and the end of a window that is right, as the API is told of them. */
export function writtenOf({ start, end, zone }: Typed): { start_dt: string; end_dt: string; time_zone: string } {
  const moment = (wall: Wall) => written(momentsOf(wall, zone)[0] ?? 0, zone);
  return { start_dt: moment(start), end_dt: moment(end), time_zone: zone };
}
