import { queryOptions, useQuery } from '@tanstack/react-query';
import { REFRESH } from '@/shared/api/cache';
import { api, snapshot } from '@/shared/api/client';
import type { Timeframe } from '@/shared/api/types';

/** The names under which the cluster and its nodes are kept. */
export const nodeKeys = {
  cluster: ['cluster'],
  list: ['nodes'],
  history: (node: string, timeframe: Timeframe) => ['node', node, 'history', timeframe],
} as const;

export const clusterQuery = queryOptions({
  queryKey: nodeKeys.cluster,
  queryFn: ({ signal }) => snapshot(api.GET('/api/proxmox/cluster', { signal })),
  refetchInterval: REFRESH,
});

export const nodesQuery = queryOptions({
  queryKey: nodeKeys.list,
  queryFn: ({ signal }) => snapshot(api.GET('/api/proxmox/nodes', { signal })),
  refetchInterval: REFRESH,
});

export const nodeHistoryQuery = (node: string, timeframe: Timeframe) =>
  queryOptions({
    queryKey: nodeKeys.history(node, timeframe),
    queryFn: ({ signal }) => snapshot(api.GET('/api/proxmox/nodes/{node}/history', { params: { path: { node }, query: { timeframe } }, signal })),
    refetchInterval: REFRESH,
    staleTime: REFRESH,
  });

export const useCluster = () => useQuery(clusterQuery);
export const useNodes = () => useQuery(nodesQuery);
