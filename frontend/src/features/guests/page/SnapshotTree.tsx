import { Badge, Button, Group, Text } from '@mantine/core';
import { IconCamera, IconMapPin } from '@tabler/icons-react';
import { guestTexts } from '@/features/guests/texts';
import { Moment } from '@/shared/ui/Moment';
import type { Snapshot } from './snapshotApi';

const said = guestTexts.snapshots;
const INDENT = 22;

type Props = {
  snapshots: Snapshot[];
  /** The snapshot that the present state came from. */
  current: string | null;
  busy: boolean;
  ask: (what: 'rollback' | 'remove', snapshot: Snapshot) => void;
};

/** The snapshots, each below the one that it came from, and where the guest is now. */
export function SnapshotTree({ snapshots, current, busy, ask }: Props) {
  const known = new Set(snapshots.map(({ name }) => name));
  const childrenOf = (parent: string | null) =>
    snapshots.filter((snapshot) => (snapshot.parent !== null && known.has(snapshot.parent) ? snapshot.parent : null) === parent);
  const branch = (parent: string | null, depth: number): React.ReactNode => (
    <>
      {childrenOf(parent).map((snapshot) => (
        <li key={snapshot.name}>
          <Group justify="space-between" py={8} pl={depth * INDENT} style={{ borderBottom: '1px solid var(--line)' }}>
            <div style={{ minWidth: 0 }}>
              <Group gap="xs">
                <IconCamera size={18} aria-hidden />
                <Text fw={600}>{snapshot.name}</Text>
                {snapshot.ram && (
                  <Badge variant="default" tt="none">
                    {said.ram}
                  </Badge>
                )}
              </Group>
              <Text size="sm" c="dimmed">
                {snapshot.created && <Moment at={snapshot.created} />} {snapshot.description}
              </Text>
            </div>
            <Group gap="xs">
              <Button size="sm" variant="default" disabled={busy} onClick={() => ask('rollback', snapshot)} aria-label={`${said.rollback}: ${snapshot.name}`}>
                {said.rollback}
              </Button>
              <Button
                size="sm"
                variant="default"
                c="var(--bad-text)"
                disabled={busy}
                onClick={() => ask('remove', snapshot)}
                aria-label={`${said.remove}: ${snapshot.name}`}
              >
                {said.remove}
              </Button>
            </Group>
          </Group>
          <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>{branch(snapshot.name, depth + 1)}</ul>
        </li>
      ))}
      {(current !== null && known.has(current) ? current : null) === parent && (
        <li>
          <Group gap="xs" py={10} pl={depth * INDENT}>
            <IconMapPin size={18} color="var(--busy)" aria-hidden />
            <Text fw={650}>{said.now}</Text>
            <Text size="sm" c="dimmed">
              {said.nowDetail}
            </Text>
          </Group>
        </li>
      )}
    </>
  );
  return <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>{branch(null, 0)}</ul>;
}
