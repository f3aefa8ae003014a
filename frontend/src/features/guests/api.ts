import { queryOptions, useQuery } from '@tanstack/react-query';
import { REFRESH } from '@/shared/api/cache';
import { api, body, snapshot } from '@/shared/api/client';
import type { GuestName, History, Timeframe } from '@/shared/api/types';
import { readGuests } from './guestList';
import { guestKeys } from './keys';

export const guestsQuery = queryOptions({
  queryKey: guestKeys.list,
  queryFn: ({ client, signal }) => readGuests(client, signal),
  refetchInterval: REFRESH,
});

export const guestQuery = (guest: GuestName) =>
  queryOptions({
    queryKey: guestKeys.one(guest),
    queryFn: ({ signal }) => {
      const init = { params: { path: { node: guest.node, vmid: guest.vmid } }, signal };
      return guest.kind === 'vms' ? body(api.GET('/api/proxmox/nodes/{node}/vms/{vmid}', init)) : body(api.GET('/api/proxmox/nodes/{node}/lxc/{vmid}', init));
    },
    refetchInterval: REFRESH,
  });

export const guestHistoryQuery = (guest: GuestName, timeframe: Timeframe) =>
  queryOptions({
    queryKey: guestKeys.history(guest, timeframe),
    queryFn: ({ signal }) => {
      const init = { params: { path: { node: guest.node, vmid: guest.vmid }, query: { timeframe } }, signal };
      return snapshot<History>(
        guest.kind === 'vms' ? api.GET('/api/proxmox/nodes/{node}/vms/{vmid}/history', init) : api.GET('/api/proxmox/nodes/{node}/lxc/{vmid}/history', init),
      );
    },
    refetchInterval: REFRESH,
    staleTime: REFRESH,
  });

export const useGuests = () => useQuery(guestsQuery);
export const useGuest = (guest: GuestName) => useQuery(guestQuery(guest));
