import { Notifications, notifications } from '@mantine/notifications';
import '@mantine/notifications/styles.layer.css';
import styles from './Toasts.module.css';

/** Where short messages appear: not over the buttons at the right end of rows and headings. */
export function Toasts() {
  return <Notifications position="bottom-center" className={styles.toasts ?? ''} />;
}

export const { show, hide } = notifications;
