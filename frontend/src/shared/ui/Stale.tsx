import { Alert, Text } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import type { Snapshot } from '@/shared/api/client';
import { ago } from '@/shared/format/time';
import { useNow } from '@/shared/format/useNow';
import { texts } from '@/texts/en';

/** Says that the cluster is silent, and from when what is shown is; nothing while it answers. */
export function Stale({ snapshot }: { snapshot: Pick<Snapshot<unknown>, 'takenAt' | 'trouble'> | undefined }) {
  const now = useNow();
  return (
    <div role="status">
      {snapshot?.trouble && (
        <Alert mb="md" color="yellow" icon={<IconClockExclamation />} title={texts.ui.silent}>
          <Text size="sm">
            {texts.ui.showingOld(ago(snapshot.takenAt, now))} {texts.ui.silentDetail}
          </Text>
          <Text size="sm" c="dimmed">
            {snapshot.trouble}
          </Text>
        </Alert>
      )}
    </div>
  );
}
