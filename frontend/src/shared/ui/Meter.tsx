import { Group, Text } from '@mantine/core';
import { IconAlertTriangleFilled } from '@tabler/icons-react';
import { percent } from '@/shared/format/percent';
import { formatTexts } from '@/shared/format/texts';
import styles from './Meter.module.css';
import { uiTexts } from './texts';

export type Level = 'good' | 'warn' | 'bad';

/** How much of something may be used before it deserves a look. */
export const levelOf = (share: number): Level => (share >= 0.9 ? 'bad' : share >= 0.75 ? 'warn' : 'good');

type Props = {
  label: string;
  /** 0 to 1; null where it could not be read. */
  share: number | null;
  /** What is used, of what. */
  value: string;
  /** Whether it shows an earlier moment. */
  old?: boolean;
  /** How high it is, where that is not a matter of the share alone. */
  level?: Level;
  /** What the levels are called. */
  words?: Record<Level, string>;
};

/** A share as a bar, a figure and, where it is high, a word; one that could not be read is no bar. */
export function Meter({ label, share, value, old = false, level = levelOf(share ?? 0), words = uiTexts.levels }: Props) {
  return (
    <div>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text size="sm" c="dimmed">
          {label}
        </Text>
        <Group gap={6} wrap="nowrap">
          {level !== 'good' && !old && (
            <Group gap={3} wrap="nowrap" c={level === 'bad' ? 'var(--bad-text)' : 'var(--warn-text)'}>
              <IconAlertTriangleFilled size={13} aria-hidden />
              <Text size="xs" fw={650}>
                {words[level]}
              </Text>
            </Group>
          )}
          <Text size="sm" fw={550}>
            {share === null ? formatTexts.unknown : value}
          </Text>
        </Group>
      </Group>
      {share !== null && (
        <div
          className={styles.track}
          data-old={old || undefined}
          role="meter"
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(share * 100)}
          aria-valuetext={`${percent(share)}, ${value}`}
        >
          <div className={styles.fill} data-level={level} style={{ width: `${share * 100}%` }} />
        </div>
      )}
    </div>
  );
}
