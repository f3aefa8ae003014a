import { Text } from '@mantine/core';
import type { Operation } from '@/api/types';
import { useNow } from '@/format/useNow';
import { waitingWords } from '@/work/words';
import { lockLine, lockSentence, type Locked } from './words';

type Props = { guest: Locked; operation: Operation | undefined };

function Line({ guest, operation }: Props) {
  const now = useNow();
  const waits = operation?.waiting ? waitingWords(operation, now) : null;
  return (
    <Text size="xs" c="dimmed" truncate title={waits ?? lockSentence(guest, now)}>
      {waits ?? lockLine(guest, now)}
    </Text>
  );
}

/** Under a guest's state: since when it is locked and how long orders wait, or what the order on it waits for. */
export function LockLine({ guest, operation }: Props) {
  return operation ? operation.waiting && <Line guest={guest} operation={operation} /> : guest.lock && <Line guest={guest} operation={undefined} />;
}
