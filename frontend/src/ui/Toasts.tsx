import { Notifications, notifications } from '@mantine/notifications';
import '@mantine/notifications/styles.layer.css';

/** Where short messages appear. */
export function Toasts() {
  return <Notifications position="top-right" />;
}

export const show = notifications.show;
