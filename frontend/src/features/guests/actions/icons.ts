import { IconPlayerPlay, IconPlayerStop, IconPlayerTrackNext, IconPower, IconRefresh, IconTrash } from '@tabler/icons-react';

export const actionIcons = {
  start: IconPlayerPlay,
  resume: IconPlayerTrackNext,
  shutdown: IconPower,
  reboot: IconRefresh,
  stop: IconPlayerStop,
  delete: IconTrash,
};
