import { Anchor, Checkbox, Group, Text } from '@mantine/core';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { ActionMenu } from '@/features/guests/actions/ActionMenu';
import { GuestState } from '@/features/guests/GuestState';
import { LockLine } from '@/features/guests/lock/LockLine';
import { guestTexts } from '@/features/guests/texts';
import { guestPath } from '@/shared/api/types';
import { sizeOf, usedOf } from '@/shared/format/bytes';
import { percent } from '@/shared/format/percent';
import type { ListProps } from './GuestTable';
import styles from './GuestTable.module.css';

const CARD = 116;
const said = guestTexts;

/** The guests on a phone: a card each, of which only those in sight are there. */
export function GuestCards({ guests, active, selection, act }: ListProps) {
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0), []);
  const cards = useWindowVirtualizer({ count: guests.length, estimateSize: () => CARD, overscan: 6, scrollMargin: top });
  return (
    <ul ref={list} className={styles.body} style={{ height: cards.getTotalSize(), margin: 0, padding: 0, listStyle: 'none' }} aria-label={said.title}>
      {cards.getVirtualItems().map(({ index, start }) => {
        const guest = guests[index];
        if (!guest) {
          return null;
        }
        const operation = active.get(guest.vmid);
        const name = guestTexts.named(guest.vmid, guest.name);
        return (
          <li
            key={guest.vmid}
            className={styles.card}
            style={{ transform: `translateY(${start - top}px)` }}
            data-chosen={selection.chosen.has(guest.vmid) || undefined}
          >
            <Group justify="space-between" wrap="nowrap" gap="xs">
              <Group wrap="nowrap" gap="sm" miw={0}>
                <Checkbox
                  size="md"
                  aria-label={said.select(name)}
                  checked={selection.chosen.has(guest.vmid)}
                  onChange={() => selection.toggle(guest.vmid, false)}
                />
                <Anchor component={Link} to={guestPath(guest)} fw={600} truncate py={10}>
                  {guest.name || guest.vmid}
                </Anchor>
              </Group>
              <ActionMenu guest={guest} operation={operation} act={act} />
            </Group>
            <Group gap="xs" justify="space-between" wrap="nowrap">
              <GuestState guest={guest} operation={operation} />
              <Text size="sm" c="dimmed" truncate>
                {`${said.types[guest.type]} ${guest.vmid} · ${guest.node}`}
              </Text>
            </Group>
            {guest.lock !== null || operation?.waiting ? (
              <LockLine guest={guest} operation={operation} />
            ) : (
              <Text size="sm" c="dimmed" mt={4} truncate>
                {guest.status === 'running' ? `${said.columns.cpu} ${percent(guest.cpu)} · ${usedOf(guest.mem, guest.maxmem)}` : sizeOf(guest.maxmem)}
              </Text>
            )}
          </li>
        );
      })}
    </ul>
  );
}
