import type { Guest, Owner } from '@/shared/api/types';
import type { CsvColumns } from '@/shared/list/csv';

const fields = ['vmid', 'name', 'type', 'node', 'status', 'lock', 'cpus', 'cpu', 'mem', 'maxmem', 'maxdisk', 'uptime', 'tags', 'template'] as const;

/** The columns of guests as comma-separated values, sizes in bytes. */
export const csvColumns = (owners: ReadonlyMap<number, Owner>): CsvColumns<Guest> => ({
  ...Object.fromEntries(fields.map((field) => [field, (guest: Guest) => guest[field]])),
  owner: ({ vmid }) => owners.get(vmid)?.owner,
});
