import { reservationTexts } from '@/features/reservations/texts';
import { heldOf } from '@/features/reservations/time/busy';
import { when } from '@/features/reservations/time/say';
import { fromOf, toOf } from '@/features/reservations/words';
import type { Reservation } from '@/shared/api/types';
import { useNow } from '@/shared/format/useNow';
import styles from './Window.module.css';

/** The time of a reservation as a bar, with what it keeps free before and after drawn paler, and the present. */
export function Window({ reservation, zone }: { reservation: Reservation; zone: string }) {
  const held = heldOf(reservation);
  const [start, end, now] = [fromOf(reservation), toOf(reservation), useNow()];
  const [from, until] = [Math.min(held.from, start), Math.max(held.until, end)];
  const place = (at: number) => ((at - from) / (until - from)) * 100;
  return (
    <div className={styles.window} role="img" aria-label={`${reservationTexts.page.holds}: ${when(from, zone)} – ${when(until, zone)}`}>
      <div className={styles.bar}>
        <i className={styles.time} style={{ insetInlineStart: `${place(start)}%`, width: `${place(end) - place(start)}%` }} />
        {now > from && now < until && <i className={styles.now} style={{ insetInlineStart: `${place(now)}%` }} />}
      </div>
      <div className={styles.ends} aria-hidden>
        <span>{when(from, zone)}</span>
        <span>{when(until, zone)}</span>
      </div>
    </div>
  );
}
