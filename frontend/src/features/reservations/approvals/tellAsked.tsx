import { cancel } from '@/features/reservations/api';
import { tellUndoable } from '@/features/reservations/change/undo';
import type { Reservation } from '@/shared/api/types';
import { approvalTexts as said } from './texts';

/** Says that a change waits for an approval, and for a while how to take it back. */
export function tellAsked(waiting: Reservation, reread: () => Promise<unknown>): void {
  tellUndoable(waiting.title, said.askedChange, async () => {
    await cancel({ id: waiting.id });
    await reread();
  });
}
