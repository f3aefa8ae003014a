import * as z from 'zod/mini';
import type { OrderedGuest } from '@/shared/api/types';

// The contract does not say what is in it: it is the order of a VM or of a container.
const request = z.object({ nics: z.catch(z.array(z.object({ prefix: z.catch(z.nullable(z.int()), null) })), []) });

/** A network card of guests that has an address of a prefix. */
export type GuestPrefix = { guests: string; nic: number; prefix: number };

/** Which network cards of a reservation's guests have addresses of prefixes of NetBox. */
export const prefixesFor = (guests: OrderedGuest[]): GuestPrefix[] =>
  guests.flatMap((guest) => {
    const { data } = z.safeParse(request, guest.request);
    return (data?.nics ?? []).flatMap(({ prefix }, nic) => (prefix === null ? [] : [{ guests: guest.name, nic, prefix }]));
  });
