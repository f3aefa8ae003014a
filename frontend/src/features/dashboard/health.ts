import type { Cluster, Guest, Node, Operation } from '@/shared/api/types';
import { percent, share } from '@/shared/format/percent';
import { ago } from '@/shared/format/time';
import { figuresOf } from './figures';
import { dashboardTexts } from './texts';

const said = dashboardTexts.items;

export type Concern = { id: string; bad: boolean; title: string; detail?: string; to?: string };

const FULL = 0.9;
const to = (query: string) => `/resources?q=${encodeURIComponent(query)}`;

function ofNode(node: Node, now: number): Concern[] {
  if (node.status === 'offline') {
    const detail = node.since ? said.awaySince(ago(Date.parse(node.since), now)) : said.offlineBefore;
    return [{ id: `offline ${node.node}`, bad: true, title: said.offline(node.node), detail, to: to(`node:${node.node}`) }];
  }
  if (node.status === 'unknown') {
    const detail = node.since ? said.awaySince(ago(Date.parse(node.since), now)) : said.unknownBefore;
    return [{ id: `unknown ${node.node}`, bad: false, title: said.unknown(node.node), detail, to: to(`node:${node.node}`) }];
  }
  const found: Concern[] = [];
  const figures = figuresOf(node);
  const memory = share(figures.mem, figures.maxmem);
  const disk = share(figures.disk, figures.maxdisk);
  if (memory >= FULL) {
    found.push({ id: `memory ${node.node}`, bad: false, title: said.memory(node.node, percent(memory)), to: to(`node:${node.node} status:running`) });
  }
  if (disk >= FULL) {
    found.push({ id: `disk ${node.node}`, bad: true, title: said.disk(node.node, percent(disk)) });
  }
  if (figures.cpu >= FULL) {
    found.push({ id: `cpu ${node.node}`, bad: false, title: said.cpu(node.node, percent(figures.cpu)), to: to(`node:${node.node} status:running`) });
  }
  if (node.trouble) {
    found.push({ id: `trouble ${node.node}`, bad: false, title: figures.known ? said.trouble(node.node) : said.untold(node.node), detail: node.trouble });
  }
  return found;
}

type Known = { cluster?: Cluster | undefined; nodes: Node[]; guests: Guest[]; failed: Operation[]; now: number };

/** What deserves a look, the worst first. */
export function concerns({ cluster, nodes, guests, failed, now }: Known): Concern[] {
  const locked = guests.filter(({ lock }) => lock !== null).length;
  const found: Concern[] = [
    ...(cluster?.quorate === false ? [{ id: 'quorum', bad: true, title: said.noQuorum, detail: said.noQuorumDetail }] : []),
    ...nodes.flatMap((node) => ofNode(node, now)),
    ...(failed.length > 0 ? [{ id: 'failed', bad: true, title: said.failed(failed.length), to: '/operations?status=failed' }] : []),
    ...(locked > 0 ? [{ id: 'locked', bad: false, title: said.locked(locked), to: to('status:locked') }] : []),
  ];
  return found.sort((a, b) => Number(b.bad) - Number(a.bad));
}
