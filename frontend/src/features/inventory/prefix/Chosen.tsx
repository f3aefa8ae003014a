import { Card, Group, Stack, Text } from '@mantine/core';
import { Facts } from '@/features/inventory/Facts';
import { Reserved, Taken } from '@/features/inventory/held/Holders';
import { Assigned, Named, Status } from '@/features/inventory/list/cells';
import { inventoryTexts } from '@/features/inventory/texts';
import { CopyButton } from '@/shared/ui/CopyButton';
import type { Cell } from './cells';
import styles from './Grid.module.css';

const said = inventoryTexts.prefix;

/** What is known of the chosen address: who has it, and what it lies in. */
export function Chosen({ cell }: { cell: Cell | undefined }) {
  return (
    <Card component="section" className={styles.chosen ?? ''} aria-label={said.has} aria-live="polite">
      {cell === undefined ? (
        <Text size="sm" c="dimmed">
          {said.select}
        </Text>
      ) : (
        <Stack gap="xs">
          <Group gap="xs">
            <Text fw={650}>{cell.address}</Text>
            <CopyButton text={cell.address} />
            <Text size="sm">{said.states[cell.state]}</Text>
          </Group>
          {cell.child !== null && <Text size="sm">{said.inChild(cell.child)}</Text>}
          {cell.range !== null && <Text size="sm">{said.inRange(said.range(cell.range.start, cell.range.end))}</Text>}
          {cell.allocation && <Taken allocation={cell.allocation} />}
          {cell.claims.map(({ by, now }) => (
            <Reserved key={by.reservation} by={by} next={!now} />
          ))}
          {cell.records.map((record) => (
            <Facts
              key={record.id}
              label={record.address}
              facts={[
                [inventoryTexts.source, <Named key="name" name={record.address} url={record.url} />],
                [said.has, <Assigned key="has" address={record} />],
                [said.status, <Status key="status" status={record.status} />],
                [said.dns, record.dns_name],
                [said.role, record.role],
                [said.description, record.description],
              ]}
            />
          ))}
        </Stack>
      )}
    </Card>
  );
}
