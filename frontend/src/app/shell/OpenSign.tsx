import { Alert } from '@mantine/core';
import { IconLockOpen } from '@tabler/icons-react';
import { useMe } from '@/features/access/rights';
import { rightsTexts } from '@/features/access/rightsTexts';

/** Says that everybody may do everything here, where nobody signs in: a lasting note, which must not be read out at each page. */
export function OpenSign() {
  return useMe().via === 'none' ? (
    <Alert role="note" color="yellow" icon={<IconLockOpen />} mb="md" py="xs">
      {rightsTexts.open}
    </Alert>
  ) : null;
}
