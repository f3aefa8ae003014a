import { queryOptions, useQuery } from '@tanstack/react-query';
import { REFRESH } from '@/shared/api/cache';
import { api, body, snapshot } from '@/shared/api/client';
import type { Timeframe } from '@/shared/api/types';
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

export const useCluster = () => useQuery(clusterQuery);
export const useNodes = () => useQuery(nodesQuery);
export const useNodeHistory = (node: string, timeframe: Timeframe = 'hour') => useQuery(nodeHistoryQuery(node, timeframe));
