import type { NotificationData } from '@mantine/notifications';
import { texts } from '@/texts/en';

/** Shows a short message for a while. What shows it is fetched when it is first needed. */
export function notify(message: NotificationData): void {
  void import('./Toasts').then(({ show }) => show({ closeButtonProps: { 'aria-label': texts.ui.close }, ...message }));
}
