import type { Node } from '@/shared/api/types';

/** The figures of a node; `known` is false, and they mean nothing, where Proxmox tells the account none. */
export const figuresOf = (node: Node) => ({
  known: (node.maxmem ?? 0) > 0,
  cpu: node.cpu ?? 0,
  maxcpu: node.maxcpu ?? 0,
  mem: node.mem ?? 0,
  maxmem: node.maxmem ?? 0,
  disk: node.disk ?? 0,
  maxdisk: node.maxdisk ?? 0,
  uptime: node.uptime ?? 0,
});
