import { useQuery } from '@tanstack/react-query';
import { kindOf, type GuestName } from '@/shared/api/types';
import { useGuests } from './api';
import { guestKeys } from './keys';
import { listSnapshots } from './page/snapshotApi';

const nobody: GuestName = { node: '', kind: 'vms', vmid: 0 };

/** The names of a guest's snapshots, as far as they are known; asked for once they are wanted. */
export function useSnapshotNames(vmid: number | null, wanted: boolean): string[] {
  const guest = (useGuests().data?.data ?? []).find((each) => each.vmid === vmid);
  const name = guest ? { node: guest.node, kind: kindOf(guest.type), vmid: guest.vmid } : nobody;
  const query = useQuery({
    queryKey: guestKeys.part(name, 'snapshots'),
    queryFn: ({ signal }) => listSnapshots(name, signal),
    enabled: wanted && guest !== undefined,
  });
  return (query.data?.snapshots ?? []).map((each) => each.name);
}
