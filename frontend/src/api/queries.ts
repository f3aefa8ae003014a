import { queryOptions, useQuery } from '@tanstack/react-query';
import { REFRESH } from '@/shared/api/cache';
import { api, body, snapshot } from '@/shared/api/client';
import type { GuestName, History, Timeframe } from '@/shared/api/types';
import { readGuests } from './guestList';
import { keys } from './keys';

export const clusterQuery = queryOptions({
  queryKey: keys.cluster,
  queryFn: ({ signal }) => snapshot(api.GET('/api/proxmox/cluster', { signal })),
  refetchInterval: REFRESH,
});

export const nodesQuery = queryOptions({
  queryKey: keys.nodes,
  queryFn: ({ signal }) => snapshot(api.GET('/api/proxmox/nodes', { signal })),
  refetchInterval: REFRESH,
});

export const guestsQuery = queryOptions({
  queryKey: keys.guests,
  queryFn: ({ client, signal }) => readGuests(client, signal),
  refetchInterval: REFRESH,
});

export const nodeHistoryQuery = (node: string, timeframe: Timeframe) =>
  queryOptions({
    queryKey: keys.nodeHistory(node, timeframe),
    queryFn: ({ signal }) => body(api.GET('/api/proxmox/nodes/{node}/history', { params: { path: { node }, query: { timeframe } }, signal })),
    refetchInterval: REFRESH,
    staleTime: REFRESH,
  });

export const networksQuery = (node: string) =>
  queryOptions({
    queryKey: keys.nodePart(node, 'networks'),
    queryFn: ({ signal }) => snapshot(api.GET('/api/proxmox/nodes/{node}/networks', { params: { path: { node } }, signal })),
    enabled: node !== '',
  });

export const storagesQuery = (node: string) =>
  queryOptions({
    queryKey: keys.nodePart(node, 'storage'),
    queryFn: ({ signal }) => snapshot(api.GET('/api/proxmox/nodes/{node}/storage', { params: { path: { node } }, signal })),
    enabled: node !== '',
  });

export const guestQuery = (guest: GuestName) =>
  queryOptions({
    queryKey: keys.guest(guest),
    queryFn: ({ signal }) => {
      const init = { params: { path: { node: guest.node, vmid: guest.vmid } }, signal };
      return guest.kind === 'vms'
        ? body(api.GET('/api/proxmox/nodes/{node}/vms/{vmid}', init))
        : body(api.GET('/api/proxmox/nodes/{node}/lxc/{vmid}', init));
    },
    refetchInterval: REFRESH,
  });

export const guestHistoryQuery = (guest: GuestName, timeframe: Timeframe) =>
  queryOptions({
    queryKey: keys.guestHistory(guest, timeframe),
    queryFn: ({ signal }) => {
      const init = { params: { path: { node: guest.node, vmid: guest.vmid }, query: { timeframe } }, signal };
      return snapshot<History>(
        guest.kind === 'vms'
          ? api.GET('/api/proxmox/nodes/{node}/vms/{vmid}/history', init)
          : api.GET('/api/proxmox/nodes/{node}/lxc/{vmid}/history', init),
      );
    },
    refetchInterval: REFRESH,
    staleTime: REFRESH,
  });

export const useCluster = () => useQuery(clusterQuery);
export const useNodes = () => useQuery(nodesQuery);
export const useGuests = () => useQuery(guestsQuery);
export const useNodeHistory = (node: string, timeframe: Timeframe = 'hour') => useQuery(nodeHistoryQuery(node, timeframe));
export const useGuest = (guest: GuestName) => useQuery(guestQuery(guest));
