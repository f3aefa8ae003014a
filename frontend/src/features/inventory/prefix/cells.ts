import type { AddressRange, HeldOfPrefix, IpAddress, PrefixPage } from '@/shared/api/types';
import { addressNumber, contains, ipv4, type Network, networkOf, sizeOf } from './network';

/** What an address of a prefix is, as a grid shows it. */
export type CellState = 'free' | 'claimed' | 'used' | 'reserved' | 'gateway' | 'range' | 'child' | 'network' | 'broadcast';

/** One address of a block: what it is, and by what. */
export type Cell = {
  address: string;
  state: CellState;
  records: IpAddress[];
  range: AddressRange | null;
  child: string | null;
  /** What reservations have of it, now or later. */
  claims: { by: HeldOfPrefix['claims'][number]['by']; now: boolean }[];
  /** By what it was taken here. */
  allocation: HeldOfPrefix['allocations'][number] | null;
};

const BLOCK = 24;
const NO_EDGES = 31;

/** The parts of a prefix that fill a grid each: /24s, or the prefix itself where it is narrower. */
export function blockAt(prefix: Network, number: number): Network {
  const length = Math.max(prefix.length, BLOCK);
  return { first: prefix.first + (BigInt(number) << BigInt(prefix.bits - length)), length, bits: prefix.bits };
}

/** How many such parts a prefix has. */
export const blockCount = ({ length }: Network): number => (length >= BLOCK ? 1 : 2 ** (BLOCK - length));

/** In which part of a prefix an address lies; the first where it lies in none. */
export function blockOf(prefix: Network, address: string): number {
  const at = addressNumber(address) - prefix.first;
  return at < 0n || at >= sizeOf(prefix) ? 0 : Number(at >> BigInt(prefix.bits - Math.max(prefix.length, BLOCK)));
}

export const cidr = ({ first, length }: Network): string => `${ipv4(first)}/${length}`;

const host = (address: string): string => address.split('/')[0] ?? address;

type Known = Pick<PrefixPage, 'prefix' | 'children' | 'ranges'>;

/** The addresses of a prefix that are not for hosts, with what they are. */
function edgesOf({ prefix, is_pool }: Known['prefix']): Map<bigint, CellState> {
  const whole = networkOf(prefix);
  const last = whole.first + sizeOf(whole) - 1n;
  return new Map(
    is_pool || whole.length >= NO_EDGES
      ? []
      : [
          [whole.first, 'network'],
          [last, 'broadcast'],
        ],
  );
}

function stateOf({ records, range, child, claims, allocation }: Omit<Cell, 'state'>, gateway: boolean, edge: CellState | undefined): CellState {
  if (gateway) {
    return 'gateway';
  }
  if (records.length > 0) {
    return records.every(({ status }) => status === 'reserved') ? 'reserved' : 'used';
  }
  if (edge === undefined && (allocation !== null || claims.some(({ now }) => now))) {
    return 'claimed';
  }
  return edge ?? (child !== null ? 'child' : range === null || range.given ? 'free' : 'range');
}

const nobody: HeldOfPrefix = { claims: [], allocations: [] };

/**
 * What each address of a block is, by what NetBox has of the prefix around it.
 *
 * @param now when that was read which others have
 */
export function cellsOf({ prefix, children, ranges }: Known, addresses: IpAddress[], block: Network, held: HeldOfPrefix = nobody, now = 0): Cell[] {
  const edges = edgesOf(prefix);
  const gateway = prefix.gateway === null ? null : host(prefix.gateway);
  const within = children.map((child) => ({ text: child.prefix, network: networkOf(child.prefix) }));
  const spans = ranges.map((range) => ({ range, from: addressNumber(host(range.start)), to: addressNumber(host(range.end)) }));
  const claimed = held.claims.map(({ first, last, by }) => ({ by, from: addressNumber(first), to: addressNumber(last) }));
  const byAddress = new Map<string, IpAddress[]>();
  addresses.forEach((each) => byAddress.set(host(each.address), [...(byAddress.get(host(each.address)) ?? []), each]));
  return Array.from({ length: Number(sizeOf(block)) }, (_, index): Cell => {
    const at = block.first + BigInt(index);
    const address = ipv4(at);
    const known = {
      address,
      records: byAddress.get(address) ?? [],
      range: spans.find(({ from, to }) => from <= at && at <= to)?.range ?? null,
      child: within.find(({ network }) => contains(network, { first: at, length: block.bits, bits: block.bits }))?.text ?? null,
      claims: claimed.filter(({ from, to }) => from <= at && at <= to).map(({ by }) => ({ by, now: Date.parse(by.from) <= now })),
      allocation: held.allocations.find((each) => host(each.address) === address) ?? null,
    };
    return { ...known, state: stateOf(known, address === gateway, edges.get(at)) };
  });
}

/** How many addresses of each kind there are. */
export function counted(cells: Cell[]): [CellState, number][] {
  const by = new Map<CellState, number>();
  cells.forEach(({ state }) => by.set(state, (by.get(state) ?? 0) + 1));
  return [...by];
}
