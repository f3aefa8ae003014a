import { queryOptions } from '@tanstack/react-query';
import { guestKeys } from '@/features/guests/keys';
import { REFRESH } from '@/shared/api/cache';
import { api, body, snapshot } from '@/shared/api/client';
import type { PlacementFilter } from '@/shared/api/types';

/** The names under which is kept what guests can be made from and put on; what hangs on the guests of now begins as their list. */
export const provisionKeys = {
  templates: ['templates'],
  networks: (node: string) => ['node', node, 'networks'],
  storages: (node: string) => ['node', node, 'storage'],
  room: [...guestKeys.list, 'room'],
  placement: (wanted: PlacementFilter) => [...guestKeys.list, 'placement', wanted],
} as const;

/** What guests can be made from, on any node. */
export const templatesQuery = queryOptions({
  queryKey: provisionKeys.templates,
  queryFn: ({ signal }) => snapshot(api.GET('/api/proxmox/templates', { signal })),
});

/** How much room each node has left. */
export const roomQuery = queryOptions({
  queryKey: provisionKeys.room,
  queryFn: ({ signal }) => snapshot(api.GET('/api/proxmox/room', { signal })),
  refetchInterval: REFRESH,
});

/** Which nodes can take a guest. */
export const placementQuery = (wanted: PlacementFilter) =>
  queryOptions({
    queryKey: provisionKeys.placement(wanted),
    queryFn: ({ signal }) => body(api.GET('/api/proxmox/placement', { params: { query: wanted }, signal })),
  });

export const networksQuery = (node: string) =>
  queryOptions({
    queryKey: provisionKeys.networks(node),
    queryFn: ({ signal }) => snapshot(api.GET('/api/proxmox/nodes/{node}/networks', { params: { path: { node } }, signal })),
    enabled: node !== '',
  });

export const storagesQuery = (node: string) =>
  queryOptions({
    queryKey: provisionKeys.storages(node),
    queryFn: ({ signal }) => snapshot(api.GET('/api/proxmox/nodes/{node}/storage', { params: { path: { node } }, signal })),
    enabled: node !== '',
  });
