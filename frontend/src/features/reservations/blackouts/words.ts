import type { Reservation } from '@/shared/api/types';
import { closedTexts as said } from './closedTexts';

/** What it is called among others: of a blackout, why it is closed. */
export const titleOf = ({ kind, title }: Pick<Reservation, 'kind' | 'title'>): string => (kind === 'blackout' ? said.closed(title) : title);
