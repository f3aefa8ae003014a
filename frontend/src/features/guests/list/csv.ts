import type { Guest, Owner } from '@/shared/api/types';

const fields = ['vmid', 'name', 'type', 'node', 'status', 'lock', 'cpus', 'cpu', 'mem', 'maxmem', 'maxdisk', 'uptime', 'tags', 'template'] as const;

// A spreadsheet would run what begins like a formula.
const plain = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const value = (what: string | number | boolean | string[] | null | undefined) => quoted(typeof what === 'number' ? String(what) : plain(String(what ?? '')));

/** The guests as comma-separated values (RFC 4180), sizes in bytes. */
export function csv(guests: Guest[], owners: ReadonlyMap<number, Owner>): string {
  const rows = guests.map((guest) => [...fields.map((field) => value(guest[field])), value(owners.get(guest.vmid)?.owner)].join(','));
  return [[...fields, 'owner'].join(','), ...rows, ''].join('\r\n');
}
