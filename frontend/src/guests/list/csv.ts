import type { Guest } from '@/api/types';

const fields = ['vmid', 'name', 'type', 'node', 'status', 'lock', 'cpus', 'cpu', 'mem', 'maxmem', 'maxdisk', 'uptime', 'tags', 'template'] as const;

// A spreadsheet would run what begins like a formula.
const plain = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The guests as comma-separated values (RFC 4180), sizes in bytes. */
export function csv(guests: Guest[]): string {
  const rows = guests.map((guest) => fields.map((field) => quoted(typeof guest[field] === 'number' ? String(guest[field]) : plain(String(guest[field] ?? '')))).join(','));
  return [fields.join(','), ...rows, ''].join('\r\n');
}
