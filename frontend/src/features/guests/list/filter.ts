import type { Guest, Owner } from '@/shared/api/types';

type Test = (guest: Guest) => boolean;
type Owners = ReadonlyMap<number, Owner>;

const has = (text: string, word: string) => text.toLowerCase().includes(word);

const typeWords: Record<Guest['type'], string[]> = { qemu: ['qemu', 'vm'], lxc: ['lxc', 'ct', 'container'] };

const qualifiers: Record<string, (word: string, owners: Owners) => Test> = {
  node: (word) => (guest) => guest.node.toLowerCase() === word,
  status: (word) => (guest) => guest.status.startsWith(word) || (guest.lock !== null && word === 'locked'),
  type: (word) => (guest) => typeWords[guest.type].includes(word) || (word === 'template' && guest.template),
  tag: (word) => (guest) => guest.tags.some((tag) => tag.toLowerCase() === word),
  name: (word) => (guest) => has(guest.name, word),
  owner: (word, owners) => (guest) => owners.get(guest.vmid)?.owner.toLowerCase() === word,
  vmid: (word) => (guest) => String(guest.vmid) === word,
};

/** Words of a filter; quotes hold blanks together. */
const words = (query: string): string[] => query.toLowerCase().match(/(?:[^\s"]|"[^"]*"?)+/g) ?? [];

function testOf(word: string, owners: Owners): Test {
  const negated = word.startsWith('-') && word.length > 1;
  const plain = (negated ? word.slice(1) : word).replaceAll('"', '');
  const colon = plain.indexOf(':');
  const make = colon > 0 ? qualifiers[plain.slice(0, colon)] : undefined;
  const value = plain.slice(colon + 1);
  const test: Test =
    make && value
      ? anyOf(
          value
            .split(',')
            .filter(Boolean)
            .map((each) => make(each, owners)),
        )
      : make
        ? () => true
        : (guest) => has(guest.name, plain) || String(guest.vmid).startsWith(plain) || guest.tags.some((tag) => has(tag, plain));
  return negated ? (guest) => !test(guest) : test;
}

const anyOf =
  (tests: Test[]): Test =>
  (guest) =>
    tests.some((test) => test(guest));

/**
 * What a quick filter lets through: all its words must fit. A word is a part of the name, the begin of the VMID or a part
 * of a tag, or a qualifier such as `node:pve1` or `status:running,unknown`; a minus before it turns it round.
 */
export function filterOf(query: string, owners: Owners = new Map()): Test {
  const tests = words(query).map((word) => testOf(word, owners));
  return (guest) => tests.every((test) => test(guest));
}
