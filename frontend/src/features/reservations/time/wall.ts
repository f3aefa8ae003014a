const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What clocks show somewhere, such as `2026-11-30T14:15`. */
export type Wall = string;
/** A day there, such as `2026-11-30`. */
export type Day = string;

const readers = new Map<string, Intl.DateTimeFormat>();

function reader(zone: string): Intl.DateTimeFormat {
  const known = readers.get(zone);
  if (known) {
    return known;
  }
  const style = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
  const made = new Intl.DateTimeFormat('en-GB', { ...style, calendar: 'iso8601', hourCycle: 'h23', timeZone: zone });
  readers.set(zone, made);
  return made;
}

/** By how many minutes clocks there are ahead of UTC at a moment. */
export function offsetAt(at: number, zone: string): number {
  const parts = Object.fromEntries(
    reader(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  ) as Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>;
  const shown = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second);
  return Math.round((shown - Math.floor(at / 1000) * 1000) / MINUTE);
}

/** What clocks there show at a moment, to the minute. */
export const wallOf = (at: number, zone: string): Wall => new Date(at + offsetAt(at, zone) * MINUTE).toISOString().slice(0, 16);

export const dayOf = (at: number, zone: string): Day => wallOf(at, zone).slice(0, 10);

/** The moments at which clocks there show a time: none where they skip it, two where they are set back over it. */
export function momentsOf(wall: Wall, zone: string): number[] {
  const asUtc = Date.parse(`${wall}Z`);
  if (Number.isNaN(asUtc)) {
    return [];
  }
  const offsets = new Set([offsetAt(asUtc - DAY, zone), offsetAt(asUtc + DAY, zone)]);
  return [...offsets]
    .map((offset) => asUtc - offset * MINUTE)
    .filter((at) => wallOf(at, zone) === wall)
    .sort((a, b) => a - b);
}

/** The first of those moments; null where clocks skip the time, or it is none. */
export const momentOf = (wall: Wall, zone: string): number | null => momentsOf(wall, zone)[0] ?? null;

/** When a day begins there; where clocks skip midnight, when they have done so. */
export function beginOf(day: Day, zone: string): number {
  for (let hour = 0; hour < 4; hour++) {
    const at = momentOf(`${day}T0${hour}:00`, zone);
    if (at !== null) {
      return at;
    }
  }
  return Date.parse(`${day}T00:00Z`);
}

/** The day that is some days after another. */
export const daysAfter = (day: Day, days: number): Day => new Date(Date.parse(`${day}T00:00Z`) + days * DAY).toISOString().slice(0, 10);

const two = (count: number) => String(count).padStart(2, '0');

/** An offset as ISO 8601 writes it, such as `+01:00`. */
export function offsetText(minutes: number): string {
  const whole = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(whole / 60))}:${two(whole % 60)}`;
}

/** A moment as RFC 3339 writes it, with the offset that holds there. */
export const written = (at: number, zone: string): string => `${wallOf(at, zone)}:00${offsetText(offsetAt(at, zone))}`;

/** Whether a zone is known here. */
export function isZone(name: string): boolean {
  try {
    return reader(name).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
