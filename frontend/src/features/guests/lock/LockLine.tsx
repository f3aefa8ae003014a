import { Text } from '@mantine/core';
import { waitingLine, waitingWords } from '@/features/operations/work/words';
import type { Operation } from '@/shared/api/types';
import { useNow } from '@/shared/format/useNow';
import { type Locked, lockLine, lockSentence } from './words';

type Props = {
  guest: Locked;
  operation: Operation | undefined;
  /** Whether there is little room. */
  short?: boolean;
};

function Line({ guest, operation, short = false }: Props) {
  const now = useNow();
  const waits = operation?.waiting ? waitingWords(operation, now) : null;
  const line = operation?.waiting ? (short ? waitingLine(operation, guest.lock, now) : waits) : lockLine(guest, now);
  return (
    <Text size="xs" c="dimmed" truncate title={waits ?? lockSentence(guest, now)}>
      {line}
    </Text>
  );
}

/** Under a guest's state: since when it is locked and how long orders wait, or what the order on it waits for. */
export function LockLine({ guest, operation, short }: Props) {
  return operation
    ? operation.waiting && <Line guest={guest} operation={operation} {...(short && { short })} />
    : guest.lock && <Line guest={guest} operation={undefined} />;
}
