import { Alert, Text } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import type { Snapshot } from '@/shared/api/client';
import { ago } from '@/shared/format/time';
import { useNow } from '@/shared/format/useNow';
import { uiTexts } from './texts';

/** Says that the cluster is silent, and from when what is shown is; nothing while it answers. */
export function Stale({ snapshot }: { snapshot: Pick<Snapshot<unknown>, 'takenAt' | 'trouble'> | undefined }) {
  const now = useNow();
  return (
    <div role="status">
      {snapshot?.trouble && (
        <Alert mb="md" color="yellow" icon={<IconClockExclamation />} title={uiTexts.silent}>
          <Text size="sm">
            {uiTexts.showingOld(ago(snapshot.takenAt, now))} {uiTexts.silentDetail}
          </Text>
          <Text size="sm" c="dimmed">
            {snapshot.trouble}
          </Text>
        </Alert>
      )}
    </div>
  );
}
