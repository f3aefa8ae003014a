import type { NotificationData } from '@mantine/notifications';
import { uiTexts } from './texts';

/** Shows a short message for a while. What shows it is fetched when it is first needed. */
export function notify(message: NotificationData): void {
  import('./Toasts').then(
    ({ show }) => show({ closeButtonProps: { 'aria-label': uiTexts.close }, ...message }),
    // Where it cannot be fetched, the shell says so in its place.
    () => undefined,
  );
}

/** Takes a message away that is shown under an id. */
export function dismiss(id: string): void {
  import('./Toasts').then(
    ({ hide }) => hide(id),
    () => undefined,
  );
}
