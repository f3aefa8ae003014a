import { whoseOf } from '@/features/reservations/words';
import type { Reservation } from '@/shared/api/types';
import { closedTexts as said } from './closedTexts';

/** Who has it, as it stands in a sentence. */
export const holderOf = (reservation: Pick<Reservation, 'requester' | 'team' | 'kind' | 'title'>): string =>
  reservation.kind === 'blackout' ? said.by(reservation.title) : whoseOf(reservation);

/** What it is called among others: of a blackout, why it is closed. */
export const titleOf = ({ kind, title }: Pick<Reservation, 'kind' | 'title'>): string => (kind === 'blackout' ? said.closed(title) : title);
