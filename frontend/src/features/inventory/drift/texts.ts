import type { DriftItem } from '@/shared/api/types';

type Labels<Word extends string> = Record<Word, string>;
type Difference = DriftItem['differences'][number];

export const driftTexts = {
  label: 'Drift',
  what: 'where Proxmox and NetBox differ',
  intro: 'Where Proxmox and NetBox say different things about guests. Direttore changes only what carries its mark; the rest is for whoever entered it.',
  stale: (why: string) => `The guests cannot be read now, so none is called gone: ${why}`,
  filter: 'Filter by name, VMID or field',
  count: (shown: number, all: number) => `${shown === all ? all : `${shown} of ${all}`} ${all === 1 ? 'difference' : 'differences'}`,
  nothingYet: 'Proxmox and NetBox agree',
  nothingYetDetail: 'Guests that are in one of them only, or with other facts, appear here.',
  nothingMatches: 'No difference matches',
  columns: { kind: 'What', guest: 'In Proxmox', machine: 'In NetBox', differences: 'Differences' },
  kinds: {
    'not-in-netbox': 'Not in NetBox',
    'not-in-proxmox': 'Not in Proxmox',
    different: 'Different',
  } satisfies Labels<DriftItem['kind']>,
  states: {
    recording: 'It is being recorded.',
    recorded: 'It was recorded.',
    removing: 'It is being removed.',
    removed: 'It was removed, and is there again.',
    theirs: 'Somebody took Direttore’s tag off it.',
  } satisfies Labels<NonNullable<DriftItem['record']>['state']>,
  notOurs: 'Not Direttore’s',
  vmid: (vmid: number) => `VMID ${vmid}`,
  place: (vmid: number, node: string) => `VMID ${vmid} on ${node}`,
  fields: {
    name: 'Name',
    status: 'Status',
    vcpus: 'Processors',
    memory: 'Memory, MiB',
    disk: 'Disk, MiB',
    interfaces: 'Interfaces',
  } satisfies Labels<Difference['field']>,
  difference: (field: string, netbox: string, proxmox: string) => `${field}: ${netbox} in NetBox, ${proxmox} in Proxmox`,
  unsaid: 'nothing',
  remedies: {
    record: { label: 'Record', of: (name: string) => `Record ${name} in NetBox` },
    repair: { label: 'Repair', of: (name: string) => `Write ${name} to NetBox again` },
    remove: { label: 'Remove', of: (name: string) => `Remove ${name} from NetBox` },
  } satisfies Record<NonNullable<DriftItem['remedy']>, { label: string; of: (name: string) => string }>,
  ordered: (name: string) => `${name}: ordered.`,
  follow: 'See how it goes',
  notMended: (name: string) => `${name}: nothing was ordered`,
};
