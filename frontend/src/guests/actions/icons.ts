import { IconPlayerPlay, IconPlayerStop, IconPower, IconRefresh, IconTrash } from '@tabler/icons-react';

export const actionIcons = { start: IconPlayerPlay, shutdown: IconPower, reboot: IconRefresh, stop: IconPlayerStop, delete: IconTrash };
