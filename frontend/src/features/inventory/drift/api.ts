import { queryOptions } from '@tanstack/react-query';
import { inventoryKeys } from '@/features/inventory/keys';
import { REFRESH } from '@/shared/api/cache';
import { api, body, snapshot } from '@/shared/api/client';
import type { DriftItem } from '@/shared/api/types';

/** Where Proxmox and NetBox say different things, with the copy's age. */
export const driftQuery = queryOptions({
  queryKey: inventoryKeys.drift,
  queryFn: ({ signal }) => snapshot(api.GET('/api/inventory/drift', { signal })),
  refetchInterval: REFRESH,
});

/** Orders what mends it. */
export async function mend({ remedy, guest, record }: DriftItem) {
  if (remedy === 'record' && guest) {
    const { type, node, vmid } = guest;
    return body(api.POST('/api/inventory/records', { body: { type, node, vmid } }));
  }
  const params = { path: { id: record?.id ?? '' } };
  return body(remedy === 'remove' ? api.DELETE('/api/inventory/records/{id}', { params }) : api.POST('/api/inventory/records/{id}/repair', { params }));
}
