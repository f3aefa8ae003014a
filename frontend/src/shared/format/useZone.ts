import { useLocalStorage } from '@mantine/hooks';
import type { Zone } from './time';

/** In which zone times are shown; the browser keeps it, for all of its tabs. */
export function useZone(): [Zone, (zone: Zone) => void] {
  const [kept, keep] = useLocalStorage<Zone>({ key: 'direttore.zone', defaultValue: 'local', getInitialValueInEffect: false });
  return [kept === 'utc' ? 'utc' : 'local', keep];
}
