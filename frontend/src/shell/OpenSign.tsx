import { Alert } from '@mantine/core';
import { IconLockOpen } from '@tabler/icons-react';
import { useMe } from '@/api/access';
import { texts } from '@/texts/en';

/** Says that everybody may do everything here, where nobody signs in. */
export function OpenSign() {
  return useMe().via === 'none' ? (
    <Alert color="yellow" icon={<IconLockOpen />} mb="md" py="xs">
      {texts.access.open}
    </Alert>
  ) : null;
}
