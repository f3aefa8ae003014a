import { Group, Progress, Text } from '@mantine/core';
import { operationTexts } from '@/features/operations/texts';
import type { Operation } from '@/shared/api/types';
import { percent } from '@/shared/format/percent';
import { Ago } from '@/shared/ui/Moment';
import styles from './OperationProgress.module.css';
import { isActive, titleOf } from './words';

/** How far the task of Proxmox is, where it says so; otherwise only that something happens, or that nobody knows. */
export function OperationProgress({ operation }: { operation: Operation }) {
  if (!isActive(operation)) {
    return null;
  }
  if (operation.worker_silent_since) {
    return (
      <Text size="sm" c="var(--warn-text)" role="status">
        {operationTexts.silent} <Ago at={operation.worker_silent_since} />
      </Text>
    );
  }
  const label = titleOf(operation);
  if (operation.progress === null) {
    return <div className={styles.unknown} role="progressbar" aria-label={label} aria-valuetext={operationTexts.unknownLength} />;
  }
  return (
    <Group gap="xs" wrap="nowrap">
      <Progress value={operation.progress * 100} size="md" flex={1} color="var(--busy)" aria-label={label} />
      <Text size="sm" fw={600} w={44} ta="right">
        {percent(operation.progress)}
      </Text>
    </Group>
  );
}
