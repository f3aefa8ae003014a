import type { Booking } from './booking';
import { machinePlace } from './machines';

const places: [RegExp, string][] = [
  [/^start_dt$/, 'start'],
  [/^end_dt$/, 'end'],
  [/^time_zone$/, 'zone'],
  [/^at_start$/, 'atStart'],
  [/^at_end$/, 'atEnd'],
  [/^lead_minutes$/, 'lead'],
  [/^grace_minutes$/, 'grace'],
  [/^recurrence/, 'repeat.freq'],
  [/^claims\[\d+\](?:\.any)?\.(node|cores|memory|guest|device|vlan|tags|count|storage|disk|addresses|prefix|pool|vms|lxc)$/, '$1'],
  [/^claims\[\d+\]\.vlan_name$/, 'vlan'],
  [/^claims/, 'what'],
];

/** The place of a field of the API in the form. */
export function placeOf(field: string): string {
  const made = machinePlace(field);
  if (made !== null) {
    return made;
  }
  const found = places.find(([form]) => form.test(field));
  return found
    ? field
        .replace(found[0], found[1])
        .replace(/^repeat\.freq.*/, 'repeat.freq')
        .replace(/^what.*/, 'what')
    : field;
}

/** The same in a form that shows what such a booking needs: where only machines are made, the end is theirs. */
export function placeIn({ what, machines }: Pick<Booking, 'what' | 'machines'>, field: string): string {
  const place = placeOf(field);
  // Only any of a kind, which comes first, and addresses of a prefix say how many.
  if (place === 'count' && (what !== 'any' || !field.startsWith('claims[0]'))) {
    return 'prefixCount';
  }
  return place === 'atEnd' && what !== 'guest' && machines.length > 0 ? 'madeEnd' : place;
}
