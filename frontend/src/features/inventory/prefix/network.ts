/** A network by its first address, as a number, how many bits its mask has, and how many an address has. */
export type Network = { first: bigint; length: number; bits: 32 | 128 };

const IPV4_BITS = 32;
const IPV6_BITS = 128;
const OCTET = 8n;
const GROUP = 16n;
const GROUPS = 8;
const HEX = 16;

const joined = (parts: number[], width: bigint): bigint => parts.reduce((sum, part) => (sum << width) | BigInt(part), 0n);

/** An address as a number. */
export function addressNumber(address: string): bigint {
  if (!address.includes(':')) {
    return joined(address.split('.').map(Number), OCTET);
  }
  const groups = (text: string) =>
    text
      .split(':')
      .filter(Boolean)
      .map((group) => parseInt(group, HEX));
  const [left = '', right] = address.split('::');
  const head = groups(left);
  const tail = groups(right ?? '');
  return joined([...head, ...Array<number>(GROUPS - head.length - tail.length).fill(0), ...tail], GROUP);
}

/** An address of IPv4 as it is written. */
export const ipv4 = (address: bigint): string => [24n, 16n, 8n, 0n].map((shift) => (address >> shift) & 255n).join('.');

/** How many addresses a network has. */
export const sizeOf = ({ length, bits }: Network): bigint => 1n << BigInt(bits - length);

/** A network as it is written, or the one that an address with a mask is in. */
export function networkOf(text: string): Network {
  const bits = text.includes(':') ? IPV6_BITS : IPV4_BITS;
  const [address = '', mask = String(bits)] = text.split('/');
  const length = Number(mask);
  const host = BigInt(bits - length);
  return { first: (addressNumber(address) >> host) << host, length, bits };
}

/** Whether all of a network lies within another. */
export const contains = (outer: Network, inner: Network): boolean =>
  outer.bits === inner.bits && outer.length <= inner.length && inner.first >= outer.first && inner.first < outer.first + sizeOf(outer);
