import { useCallbackRef } from '@mantine/hooks';
import { useCallback, useRef, useState } from 'react';
import { guestTexts } from '@/features/guests/texts';
import type { Guest } from '@/shared/api/types';
import type { Select } from '@/shared/list/ListTable';
import type { GuestRow } from './rows';

/** Whether a guest may be swept in with others: templates and what Proxmox has locked are ticked on purpose only. */
const sweepable = ({ template, lock }: Guest): boolean => !template && lock === null;

const labelOf = ({ guest: { vmid, name } }: GuestRow) => guestTexts.select(guestTexts.named(vmid, name));

/** Which guests are selected, by VMID; with Shift held, all from the last one touched to this one. */
export function useSelection(shown: Guest[]) {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const last = useRef<number | null>(null);

  const toggle = useCallbackRef((vmid: number, range: boolean) => {
    const from = last.current === null ? -1 : shown.findIndex((guest) => guest.vmid === last.current);
    const to = shown.findIndex((guest) => guest.vmid === vmid);
    last.current = vmid;
    setChosen((before) => {
      const next = new Set(before);
      const on = !before.has(vmid);
      const touched = range && from >= 0 ? shown.slice(Math.min(from, to), Math.max(from, to) + 1) : shown.slice(to, to + 1);
      touched.filter((guest) => !on || guest.vmid === vmid || sweepable(guest)).forEach((guest) => (on ? next.add(guest.vmid) : next.delete(guest.vmid)));
      return next;
    });
  });
  const all = useCallback((on: boolean) => setChosen(new Set(on ? shown.filter(sweepable).map(({ vmid }) => vmid) : [])), [shown]);
  const only = useCallback((vmids: number[]) => setChosen(new Set(vmids)), []);
  const sweep = shown.filter(sweepable);
  const every = sweep.length > 0 && sweep.every(({ vmid }) => chosen.has(vmid));
  const select: Select<GuestRow> = {
    isChosen: ({ guest }) => chosen.has(guest.vmid),
    some: chosen.size > 0,
    every,
    toggle: useCallback(({ guest }: GuestRow, range: boolean) => toggle(guest.vmid, range), [toggle]),
    all,
    label: labelOf,
    labelAll: guestTexts.selectAll,
  };
  return { chosen, all, only, select };
}

export type Selection = ReturnType<typeof useSelection>;
