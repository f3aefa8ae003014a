import { Alert, Checkbox } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { guestTexts } from '@/features/guests/texts';
import { useNow } from '@/shared/format/useNow';
import { type Locked, lockSentence } from './words';

type Props = {
  guest: Locked;
  wait: boolean;
  /** Absent where the order waits anyway. */
  setWait?: (wait: boolean) => void;
};

/** Says that a guest is locked, and before an order lets one choose not to wait for that; nothing where it is not. */
export function LockNotice({ guest, wait, setWait }: Props) {
  const now = useNow();
  return guest.lock === null ? null : (
    <Alert color="yellow" icon={<IconLock />} title={lockSentence(guest, now)}>
      {setWait && <Checkbox label={guestTexts.lock.doNotWait} checked={!wait} onChange={(event) => setWait(!event.currentTarget.checked)} />}
    </Alert>
  );
}
