import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { book } from '@/features/reservations/api';
import { approvalTexts } from '@/features/reservations/approvals/texts';
import { reservationKeys } from '@/features/reservations/keys';
import { windowText } from '@/features/reservations/time/say';
import { fromOf, toOf } from '@/features/reservations/words';
import type { Reservation } from '@/shared/api/types';
import { useForm } from '@/shared/form/useForm';
import { notify } from '@/shared/ui/notify';
import { checkBooking, emptyBooking, type Booking } from './booking';
import { orderOf } from './order';
import { placeIn } from './places';
import { seriesText } from './repeat';

const check = checkBooking(Date.now);

/** What a booking begins with, beside its time. */
export type Wish = { from: number; to: number; zone: string } & Partial<
  Pick<Booking, 'what' | 'node' | 'guest' | 'device' | 'vlan' | 'anyKind' | 'tags' | 'storage' | 'addresses' | 'pool' | 'team'>
>;

/** The form of a booking, of which each section shows a part; `done` hears of what was booked. */
export function useBooking({ from, to, zone, ...change }: Wish, done: (booked: Reservation) => void) {
  const cache = useQueryClient();
  const [initial] = useState(() => emptyBooking(from, to, zone, change));
  // Its fields are named while it is sent.
  const sent = useRef(initial);
  return useForm<Booking, never, Reservation>({
    initial,
    check,
    fieldOf: (field) => placeIn(sent.current, field),
    send: (booking) => {
      sent.current = booking;
      return book(orderOf(booking));
    },
    done: (booked) => {
      void cache.invalidateQueries({ queryKey: reservationKeys.lists });
      void cache.invalidateQueries({ queryKey: reservationKeys.resources });
      const asked = booked.phase === 'requested';
      notify({
        title: booked.title,
        message: [windowText(fromOf(booked), toOf(booked), booked.time_zone), seriesText(booked), asked ? approvalTexts.asked : ''].filter(Boolean).join('. '),
        color: asked ? 'yellow' : 'green',
      });
      done(booked);
    },
  });
}

export type BookingForm = ReturnType<typeof useBooking>;
