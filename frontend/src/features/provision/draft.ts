import { type FromNetBox, type NicVlan, nothingTaken } from '@/features/inventory/nic/held';
import type { Typed } from '@/features/reservations/time/typed';
import type { GuestEnd } from '@/shared/api/types';

export type Nic = {
  bridge: string;
  model: 'virtio' | 'e1000' | 'rtl8139';
  /** Empty for untagged. */
  vlan: string;
  ipMode: 'dhcp' | 'static' | 'netbox' | 'none';
  ip: string;
  gw: string;
  ip6Mode: 'auto' | 'dhcp' | 'static' | 'netbox' | 'none';
  ip6: string;
  gw6: string;
  /** The VLAN of NetBox that it is to be on, by which prefixes are found; null for none. */
  on: NicVlan | null;
  /** Where its addresses come from, as far as that is NetBox. */
  from: FromNetBox;
  from6: FromNetBox;
};

/** When it is wanted: now, or for a reservation that brings it into being and ends it. */
export type Slot = Typed & {
  when: 'now' | 'reserved';
  /** Empty for the name of the machine. */
  title: string;
  atEnd: GuestEnd;
  /** In minutes. */
  grace: string;
};

/** In place of a volume: nothing in the drive. */
export const NO_IMAGE = 'none';

/** What the wizard knows so far; figures as they were typed. */
export type Draft = {
  type: 'vm' | 'lxc';
  source: 'clone' | 'iso';
  node: string;
  /** A volume, the VMID of a VM template, or `NO_IMAGE`. */
  template: string;
  name: string;
  /** Empty to let the server choose. */
  vmid: string;
  cores: string;
  memory: string;
  disk: string;
  swap: string;
  /** Proxmox's word for what will run inside; empty for its default, or as the template has it. */
  ostype: string;
  user: string;
  password: string;
  sshKeys: string;
  tags: string[];
  /** The team that may change it too; empty for none. */
  team: string;
  note: string;
  start: boolean;
  unprivileged: boolean;
  nesting: boolean;
  storage: string;
  copy: 'auto' | 'linked' | 'full';
  /** Whether to wait while what is copied is locked. */
  wait: boolean;
  dns: string;
  nics: Nic[];
  slot: Slot;
  /** What was changed in it without being asked, and why; empty for nothing. */
  told: { node: string; nics: string };
};

export const newNic = (bridge = ''): Nic => ({
  bridge,
  model: 'virtio',
  vlan: '',
  ipMode: 'dhcp',
  ip: '',
  gw: '',
  ip6Mode: 'none',
  ip6: '',
  gw6: '',
  on: null,
  from: nothingTaken,
  from6: nothingTaken,
});

/** Another one like it: addresses are one card's own. */
export const copyOf = (nic: Nic): Nic => ({ ...nic, ip: '', ip6: '', from: { ...nic.from, held: null }, from6: { ...nic.from6, held: null } });

export const emptyDraft = (): Draft => ({
  type: 'vm',
  source: 'clone',
  node: '',
  template: '',
  name: '',
  vmid: '',
  cores: '2',
  memory: '2048',
  disk: '',
  swap: '512',
  ostype: '',
  user: '',
  password: '',
  sshKeys: '',
  tags: [],
  team: '',
  note: '',
  start: true,
  unprivileged: true,
  nesting: false,
  storage: '',
  copy: 'auto',
  wait: true,
  dns: '',
  nics: [newNic()],
  slot: { when: 'now', title: '', start: '', end: '', zone: '', atEnd: 'destroy', grace: '10' },
  told: { node: '', nics: '' },
});

const LAST = 'direttore.lastSize';

/** Where a draft is kept: it outlives the tab. */
export const draftPlace = { name: 'provision', version: 2, until: 'forgotten' } as const;

export type Size = { cores: number; memory: number; disk: number };

export const presets: Record<'small' | 'medium' | 'large', Size> = {
  small: { cores: 1, memory: 1024, disk: 8 },
  medium: { cores: 2, memory: 4096, disk: 32 },
  large: { cores: 4, memory: 8192, disk: 64 },
};

export function lastSize(): Size | null {
  try {
    return JSON.parse(localStorage.getItem(LAST) ?? 'null') as Size | null;
  } catch {
    return null;
  }
}

export function keepSize({ cores, memory, disk }: Draft): void {
  if (disk) {
    localStorage.setItem(LAST, JSON.stringify({ cores: Number(cores), memory: Number(memory), disk: Number(disk) }));
  }
}
