import type { Reservation } from '@/shared/api/types';
import { whoseOf } from '@/features/reservations/words';
import type { Calendar } from './url';

/** Those of the reservations that the address lets through. */
export function filtered(all: Reservation[], { mine, node, status, q }: Pick<Calendar, 'mine' | 'node' | 'status' | 'q'>): Reservation[] {
  const wanted = q.trim().toLowerCase();
  const onNode = ({ claims, proxmox_node }: Reservation) =>
    proxmox_node === node || claims.some(({ resource }) => resource.kind === 'node' && resource.name === node);
  return all.filter(
    (each) =>
      (mine === 'no' || each.mine) &&
      (node === '' || onNode(each)) &&
      status.includes(each.status) &&
      (wanted === '' || [each.title, whoseOf(each), ...each.claims.map(({ resource }) => resource.name)].some((text) => text.toLowerCase().includes(wanted))),
  );
}
