import { Anchor, Text } from '@mantine/core';
import { IconBox, IconDeviceDesktop } from '@tabler/icons-react';
import { Link } from 'react-router';
import { ReservedUntil } from '@/features/reservations/cards/Reserved';
import { GuestState } from '@/features/guests/GuestState';
import { LockLine } from '@/features/guests/lock/LockLine';
import { guestTexts } from '@/features/guests/texts';
import { type Guest, guestPath } from '@/shared/api/types';
import { sizeOf, usedOf } from '@/shared/format/bytes';
import { percent } from '@/shared/format/percent';
import { formatTexts } from '@/shared/format/texts';
import { span } from '@/shared/format/time';
import { type Column, type ListOf, plain } from '@/shared/list/column';
import styles from './Guests.module.css';
import type { GuestRow } from './rows';

export const columnIds = ['name', 'status', 'vmid', 'type', 'node', 'cpu', 'mem', 'maxdisk', 'uptime', 'owner', 'reserved', 'tags', 'brief'] as const;
export type ColumnId = (typeof columnIds)[number];

const { columns: said } = guestTexts;
const none = formatTexts.none;
const ifRunning = (guest: Guest, value: number) => (guest.status === 'running' ? value : null);

const columns: Column<GuestRow, ColumnId>[] = [
  {
    id: 'name',
    header: said.name,
    table: 'always',
    card: 'title',
    width: 'minmax(122px, 2fr)',
    sort: ({ guest }) => guest.name.toLowerCase(),
    csv: { vmid: ({ guest }) => guest.vmid, name: ({ guest }) => guest.name },
    cell: ({ guest }) => (
      <Anchor component={Link} to={guestPath(guest)} size="sm" fw={600} truncate display="block" py={10}>
        {guest.name || guest.vmid}
      </Anchor>
    ),
  },
  {
    id: 'status',
    header: said.status,
    card: 'state',
    width: 'minmax(178px, 1.2fr)',
    sort: ({ guest }) => guest.lock ?? guest.status,
    csv: { status: ({ guest }) => guest.status, lock: ({ guest }) => guest.lock, template: ({ guest }) => guest.template },
    cell: ({ guest, operation }) => (
      <div style={{ minWidth: 0 }}>
        <GuestState guest={guest} operation={operation} />
        <LockLine guest={guest} operation={operation} short />
      </div>
    ),
  },
  { ...plain({ id: 'vmid', header: said.vmid, none, of: ({ guest }: GuestRow) => guest.vmid, width: '60px', end: true }), csv: {} },
  {
    ...plain({ id: 'type', header: said.type, none, of: ({ guest }: GuestRow) => guest.type, width: '106px' }),
    cell: ({ guest: { type } }) => (
      <span className={styles.line} style={{ display: 'inline-flex', verticalAlign: 'bottom' }}>
        {type === 'lxc' ? <IconBox size={16} aria-hidden /> : <IconDeviceDesktop size={16} aria-hidden />}
        {guestTexts.types[type]}
      </span>
    ),
  },
  plain({ id: 'node', header: said.node, none, of: ({ guest }: GuestRow) => guest.node, width: 'minmax(60px, 0.8fr)' }),
  {
    ...plain({
      id: 'cpu',
      header: said.cpu,
      none,
      of: ({ guest }: GuestRow) => ifRunning(guest, guest.cpu),
      say: percent,
      width: '52px',
      end: true,
      card: 'none',
    }),
    csv: { cpus: ({ guest }) => guest.cpus, cpu: ({ guest }) => guest.cpu },
  },
  {
    id: 'mem',
    header: said.mem,
    card: 'none',
    width: '122px',
    end: true,
    sort: ({ guest }) => ifRunning(guest, guest.mem),
    csv: { mem: ({ guest }) => guest.mem, maxmem: ({ guest }) => guest.maxmem },
    cell: ({ guest }) => (guest.status === 'running' ? usedOf(guest.mem, guest.maxmem) : sizeOf(guest.maxmem)),
  },
  plain({ id: 'maxdisk', header: said.maxdisk, none, of: ({ guest }: GuestRow) => guest.maxdisk, say: sizeOf, width: '88px', end: true, table: 'extra' }),
  plain({
    id: 'uptime',
    header: said.uptime,
    none,
    of: ({ guest }: GuestRow) => ifRunning(guest, guest.uptime),
    say: span,
    width: '92px',
    end: true,
    table: 'extra',
  }),
  plain({ id: 'owner', header: said.owner, none, of: ({ owner }: GuestRow) => owner?.owner ?? null, width: 'minmax(64px, 0.8fr)', card: 'none' }),
  {
    id: 'reserved',
    header: said.reserved,
    card: 'none',
    width: 'minmax(76px, 1fr)',
    sort: ({ use }) => use?.end_dt ?? null,
    csv: { reserved_until: ({ use }) => use?.end_dt, reserved_for: ({ use }) => use?.requester ?? use?.title },
    cell: ({ use }) => use && <ReservedUntil use={use} />,
  },
  {
    id: 'tags',
    header: said.tags,
    card: 'none',
    width: 'minmax(70px, 1.2fr)',
    sort: ({ guest }) => guest.tags.join(),
    csv: { tags: ({ guest }) => guest.tags },
    cell: ({ guest }) => (
      <span className={styles.line}>
        {guest.tags.map((tag) => (
          <span key={tag} className={styles.tag}>
            {tag}
          </span>
        ))}
      </span>
    ),
  },
  {
    id: 'brief',
    header: said.mem,
    table: 'never',
    card: 'block',
    cell: ({ guest, operation, use }) =>
      guest.lock !== null || operation?.waiting ? null : (
        <Text size="sm" c="dimmed" mt={4} truncate>
          {guest.status === 'running' ? `${said.cpu} ${percent(guest.cpu)} · ${usedOf(guest.mem, guest.maxmem)}` : sizeOf(guest.maxmem)}
          {use && ' · '}
          {use && <ReservedUntil use={use} />}
        </Text>
      ),
  },
];

/** All guests of all nodes, of which there may be ten thousand. */
export const guestList: ListOf<GuestRow, ColumnId> = {
  name: 'guests',
  label: guestTexts.title,
  what: guestTexts.what,
  columns,
  idOf: ({ guest }) => guest.vmid,
  note: ({ guest }) => guest.trouble,
  nothingYet: { title: guestTexts.nothingYet, detail: guestTexts.nothingYetDetail },
  nothingMatches: guestTexts.nothingMatches,
  heights: { row: 48, card: 116 },
};
