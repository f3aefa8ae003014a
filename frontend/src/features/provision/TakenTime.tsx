import { Conflicts } from '@/features/reservations/book/Conflicts';
import { wallOf, momentOf } from '@/features/reservations/time/wall';
import type { ApiProblem } from '@/shared/api/problem';
import type { Suggestion } from '@/shared/api/types';
import type { Draft } from './draft';

type Props = { draft: Draft; problem: ApiProblem; pending: boolean; take: (better: Partial<Draft>) => void };

/** Who has the node at the time that is wanted, and what is free instead, each as a button. */
export function TakenTime({ draft: { slot, node }, problem, pending, take }: Props) {
  const { zone } = slot;
  const better = ({ start_dt, end_dt, proxmox_node }: Suggestion) =>
    take({
      slot: { ...slot, start: wallOf(Date.parse(start_dt), zone), end: wallOf(Date.parse(end_dt), zone) },
      ...(proxmox_node !== null && proxmox_node !== node && { node: proxmox_node }),
    });
  const wanted = { from: momentOf(slot.start, zone) ?? 0, to: momentOf(slot.end, zone) ?? 0 };
  return <Conflicts problem={problem} wanted={wanted} zone={zone} pending={pending} use={better} />;
}
