import type { AuditFilter, PlacementFilter, Timeframe } from '@/shared/api/types';

/**
 * The names under which answers are kept. Live events make them stale by their beginnings, so what belongs to a guest
 * begins with `guest(…)` and what belongs to a node with `node(…)`.
 */
export const keys = {
  cluster: ['cluster'],
  nodes: ['nodes'],
  node: (node: string) => ['node', node],
  nodePart: (node: string, part: 'networks' | 'storage' | 'templates' | 'tasks') => ['node', node, part],
  nodeHistory: (node: string, timeframe: Timeframe) => ['node', node, 'history', timeframe],
  templates: ['templates'],
  room: ['guests', 'room'],
  placement: (wanted: PlacementFilter) => ['guests', 'placement', wanted],
  audit: (filter: AuditFilter) => ['audit', filter],
} as const;
