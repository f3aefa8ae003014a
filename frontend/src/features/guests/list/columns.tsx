import { Anchor } from '@mantine/core';
import { IconBox, IconDeviceDesktop } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { GuestState } from '@/features/guests/GuestState';
import { LockLine } from '@/features/guests/lock/LockLine';
import { guestTexts } from '@/features/guests/texts';
import { type Guest, guestPath, type Operation, type Owner } from '@/shared/api/types';
import { sizeOf, usedOf } from '@/shared/format/bytes';
import { percent } from '@/shared/format/percent';
import { formatTexts } from '@/shared/format/texts';
import { span } from '@/shared/format/time';
import styles from './GuestTable.module.css';

export const columnIds = ['name', 'status', 'vmid', 'type', 'node', 'cpu', 'mem', 'maxdisk', 'uptime', 'owner', 'tags'] as const;
export type ColumnId = (typeof columnIds)[number];

type Column = {
  /** What the guests are sorted by. */
  value: (guest: Guest, owner: Owner | undefined) => string | number;
  cell: (guest: Guest, operation: Operation | undefined, owner: Owner | undefined) => ReactNode;
  /** The column's share of the width, as CSS grid says it. */
  width: string;
  end?: boolean;
};

const none = formatTexts.none;
const running = (guest: Guest) => guest.status === 'running';

export const columns: Record<ColumnId, Column> = {
  name: {
    value: (guest) => guest.name.toLowerCase(),
    width: 'minmax(122px, 2fr)',
    cell: (guest) => (
      <Anchor component={Link} to={guestPath(guest)} size="sm" fw={600} truncate>
        {guest.name || guest.vmid}
      </Anchor>
    ),
  },
  status: {
    value: (guest) => guest.lock ?? guest.status,
    width: 'minmax(178px, 1.2fr)',
    cell: (guest, operation) => (
      <>
        <GuestState guest={guest} operation={operation} />
        <LockLine guest={guest} operation={operation} short />
      </>
    ),
  },
  vmid: { value: (guest) => guest.vmid, width: '60px', end: true, cell: (guest) => guest.vmid },
  type: {
    value: (guest) => guest.type,
    width: '96px',
    cell: (guest) => (
      <span className={styles.line}>
        {guest.type === 'lxc' ? <IconBox size={16} aria-hidden /> : <IconDeviceDesktop size={16} aria-hidden />}
        {guestTexts.types[guest.type]}
      </span>
    ),
  },
  node: { value: (guest) => guest.node, width: 'minmax(60px, 0.8fr)', cell: (guest) => guest.node },
  cpu: { value: (guest) => guest.cpu, width: '52px', end: true, cell: (guest) => (running(guest) ? percent(guest.cpu) : none) },
  mem: {
    value: (guest) => guest.mem,
    width: '122px',
    end: true,
    cell: (guest) => (running(guest) ? usedOf(guest.mem, guest.maxmem) : sizeOf(guest.maxmem)),
  },
  maxdisk: { value: (guest) => guest.maxdisk, width: '88px', end: true, cell: (guest) => sizeOf(guest.maxdisk) },
  uptime: { value: (guest) => guest.uptime, width: '92px', end: true, cell: (guest) => (running(guest) ? span(guest.uptime) : none) },
  owner: { value: (_, owner) => owner?.owner ?? '', width: 'minmax(64px, 0.8fr)', cell: (_guest, _operation, owner) => owner?.owner ?? none },
  tags: {
    value: (guest) => guest.tags.join(),
    width: 'minmax(70px, 1.2fr)',
    cell: (guest) => (
      <span className={styles.line}>
        {guest.tags.map((tag) => (
          <span key={tag} className={styles.tag}>
            {tag}
          </span>
        ))}
      </span>
    ),
  },
};

export type Sort = `${'-' | ''}${ColumnId}`;

/** The guests in the order of a column, backwards with a minus; equal ones by VMID. */
export function sorted(guests: Guest[], sort: Sort, owners: ReadonlyMap<number, Owner>): Guest[] {
  const back = sort.startsWith('-');
  const { value } = columns[(back ? sort.slice(1) : sort) as ColumnId];
  const way = back ? -1 : 1;
  return [...guests].sort((a, b) => {
    const [one, other] = [value(a, owners.get(a.vmid)), value(b, owners.get(b.vmid))];
    return one < other ? -way : one > other ? way : a.vmid - b.vmid;
  });
}
