/** An address as one number, with how many bits it has. */
type Address = { value: bigint; bits: 32 | 128 };

function parse4(text: string): Address | null {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  const parts = match?.slice(1).map(Number);
  if (!parts || parts.some((part) => part > 255)) {
    return null;
  }
  return { value: parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n), bits: 32 };
}

function groups(text: string): string[] {
  return text === '' ? [] : text.split(':');
}

function parse6(text: string): Address | null {
  const halves = text.split('::');
  if (halves.length > 2) {
    return null;
  }
  const [head = [], tail = []] = halves.map(groups);
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) {
    return null;
  }
  const all = [...head, ...Array<string>(halves.length === 1 ? 0 : missing).fill('0'), ...tail];
  if (!all.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) {
    return null;
  }
  return { value: all.reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n), bits: 128 };
}

export const isAddress = (text: string, version: 4 | 6): boolean => (version === 4 ? parse4(text) : parse6(text)) !== null;

/** Whether a text is an address with prefix length. */
export function isCidr(text: string, version: 4 | 6): boolean {
  const match = /^([^/]+)\/(\d{1,3})$/.exec(text);
  return match?.[1] !== undefined && isAddress(match[1], version) && Number(match[2]) <= (version === 4 ? 32 : 128) && Number(match[2]) > 0;
}

/** Whether an address lies in the network of another that has a prefix length; a link-local gateway always does. */
export function inNetwork(address: string, cidr: string, version: 4 | 6): boolean {
  const parse = version === 4 ? parse4 : parse6;
  const [own = '', length = ''] = cidr.split('/');
  const one = parse(address);
  const other = parse(own);
  if (!one || !other) {
    return false;
  }
  const shift = BigInt(one.bits - Number(length));
  return one.value >> shift === other.value >> shift || (version === 6 && one.value >> 118n === 0x3fan);
}
