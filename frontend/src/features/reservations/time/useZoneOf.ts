import { useLocalStorage } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useZone } from '@/shared/format/useZone';
import { siteZoneQuery } from '@/features/reservations/api';
import { isZone } from './wall';

export const zoneChoices = ['site', 'mine', 'utc'] as const;
export type ZoneChoice = (typeof zoneChoices)[number];

/** The zone of the reader's computer. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** In which zone reservations are shown, and how to choose another: the lab's, one's own, or UTC. */
export function useZoneOf() {
  const [shown] = useZone();
  const [kept, keep] = useLocalStorage<ZoneChoice | ''>({ key: 'direttore.reservations.zone', defaultValue: '', getInitialValueInEffect: false });
  const site = useQuery(siteZoneQuery).data;
  const zones: Record<ZoneChoice, string | null> = { site: site && isZone(site) ? site : null, mine: ownZone(), utc: 'UTC' };
  const wanted: ZoneChoice = kept === 'site' || kept === 'mine' || kept === 'utc' ? kept : shown === 'utc' ? 'utc' : 'mine';
  const choice = zones[wanted] === null ? 'mine' : wanted;
  return { choice, zone: zones[choice] ?? ownZone(), zones, choose: keep };
}
