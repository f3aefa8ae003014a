import { guestTexts } from '@/features/guests/texts';
import type { Guest } from '@/shared/api/types';
import { about } from '@/shared/format/time';

const said = guestTexts.lock;

export type Locked = Pick<Guest, 'lock' | 'lock_since' | 'lock_wait_seconds'>;

/** For how long a guest has been locked, as far as that was seen, and how long orders wait for it, in one short line. */
export function lockLine({ lock_since, lock_wait_seconds }: Locked, now: number): string {
  const held = lock_since ? about((now - Date.parse(lock_since)) / 1000) : null;
  const wait = lock_wait_seconds ? said.waits(about(lock_wait_seconds)) : null;
  return [held, wait].filter((part) => part !== null).join(', ');
}

/** The same as a sentence. */
export function lockSentence(guest: Locked, now: number): string {
  const { lock, lock_since, lock_wait_seconds } = guest;
  const held = said.held(lock ?? '', lock_since ? about((now - Date.parse(lock_since)) / 1000) : null);
  return lock_wait_seconds ? `${held} ${said.orders(about(lock_wait_seconds))}` : held;
}
