import { Group, Text, Tooltip } from '@mantine/core';
import { IconClock, IconClockExclamation } from '@tabler/icons-react';
import { REFRESH } from '@/shared/api/cache';
import { ago, elsewhere, moment } from '@/shared/format/time';
import { useNow } from '@/shared/format/useNow';
import { useZone } from '@/shared/format/useZone';
import styles from './DataAge.module.css';
import { uiTexts } from './texts';

type Props = {
  /** When the data was true, in milliseconds since 1970. */
  takenAt: number;
  /** Why it could not be refreshed since. */
  trouble?: string | null;
};

/** Whether data is older than two of its refreshes. */
export const isOld = (takenAt: number, now: number): boolean => now - takenAt > 2 * REFRESH;

/** How old what is shown is; it stands out once it is too old. */
export function DataAge({ takenAt, trouble }: Props) {
  const now = useNow();
  const [zone] = useZone();
  const old = isOld(takenAt, now) || Boolean(trouble);
  const label = uiTexts.agoTitle(moment(takenAt, zone), elsewhere(takenAt, zone));
  return (
    <Tooltip label={trouble ? `${label} · ${trouble}` : label}>
      <Group gap={4} wrap="nowrap" className={old ? styles.old : styles.fresh}>
        {old ? <IconClockExclamation size={16} aria-hidden /> : <IconClock size={16} aria-hidden />}
        <Text size="sm" inherit>
          {uiTexts.takenAgo(ago(takenAt, now))}
        </Text>
      </Group>
    </Tooltip>
  );
}
