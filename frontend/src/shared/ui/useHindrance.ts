import { useAway } from '@/shared/api/availability';
import { uiTexts } from './texts';

/** Why nothing can be changed now that Direttore keeps itself, or on the cluster too; null when it can. */
export function useHindrance(on: 'direttore' | 'cluster'): string | null {
  const party = useAway()?.party;
  return party === undefined || (party === 'cluster' && on === 'direttore') ? null : uiTexts.away[party].why;
}
