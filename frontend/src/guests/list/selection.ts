import { useCallbackRef } from '@mantine/hooks';
import { useCallback, useRef, useState } from 'react';
import type { Guest } from '@/api/types';

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
        touched.forEach((guest) => (on ? next.add(guest.vmid) : next.delete(guest.vmid)));
        return next;
      });
  });
  const all = useCallback((on: boolean) => setChosen(new Set(on ? shown.map(({ vmid }) => vmid) : [])), [shown]);
  return { chosen, toggle, all };
}

export type Selection = ReturnType<typeof useSelection>;
