import { useCallbackRef } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { useActive } from '@/features/guests/useActive';
import type { Guest } from '@/shared/api/types';
import type { Action } from './allowed';
import { DeleteDialog } from './DeleteDialog';
import { PowerDialog } from './PowerDialog';
import { useBulk } from './useBulk';

/** Acts on guests, after a question where one is due: what to call, and the dialog to show. */
export function useActions(after: () => void = () => undefined): { act: (action: Action, guests: Guest[]) => void; dialog: ReactNode } {
  const [asked, setAsked] = useState<{ action: Action; guests: Guest[] } | null>(null);
  const active = useActive();
  const { start } = useBulk();
  const close = () => setAsked(null);
  const under = (vmid: number) => active.get(vmid);
  // The same function at each render, so that rows which got it needn't be drawn again.
  const act = useCallbackRef((action: Action, guests: Guest[]) => {
    // Starting or resuming one guest harms nobody; whether to wait for a lock is for people to say.
    if ((action === 'start' || action === 'resume') && guests.length === 1 && guests[0]?.lock === null) {
      start(action, guests);
      after();
    } else {
      setAsked({ action, guests });
    }
  });
  const dialog =
    asked === null ? null : asked.action === 'delete' ? (
      <DeleteDialog
        guests={asked.guests}
        under={under}
        close={close}
        go={(guests, options) => {
          start('delete', guests, options);
          close();
          after();
        }}
      />
    ) : (
      <PowerDialog
        action={asked.action}
        guests={asked.guests}
        under={under}
        close={close}
        go={(guests, options) => {
          start(
            asked.action,
            guests.map((guest) => ({ ...guest, overrules: under(guest.vmid)?.id })),
            options,
          );
          close();
          after();
        }}
      />
    );
  return { act, dialog };
}
