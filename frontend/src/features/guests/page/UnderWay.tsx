import { Anchor, Group, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Link } from 'react-router';
import { LockLine } from '@/features/guests/lock/LockLine';
import { lockSentence } from '@/features/guests/lock/words';
import { guestTexts } from '@/features/guests/texts';
import type { Guest, Operation } from '@/shared/api/types';
import { useNow } from '@/shared/format/useNow';
import styles from './PageActions.module.css';

function Locked({ guest }: { guest: Guest }) {
  const sentence = lockSentence(guest, useNow());
  return (
    <>
      <IconLock size={16} color="var(--warn)" style={{ flex: 'none' }} aria-hidden />
      <Text size="sm" c="var(--warn-text)" lineClamp={2} title={sentence}>
        {sentence}
      </Text>
    </>
  );
}

/** What is under way on the guest of a page, or what has locked it; the line is there without either, so that nothing below moves. */
export function UnderWay({ guest, operation }: { guest: Guest | undefined; operation: Operation | undefined }) {
  return (
    <Group className={styles.state} gap="xs" wrap="nowrap" aria-live="polite">
      {operation ? (
        <>
          <Anchor component={Link} to={`/operations/${operation.id}`} size="sm" style={{ flex: 'none' }}>
            {guestTexts.operation}
          </Anchor>
          <LockLine guest={{ lock: null }} operation={operation} />
        </>
      ) : (
        guest && guest.lock !== null && <Locked guest={guest} />
      )}
    </Group>
  );
}
