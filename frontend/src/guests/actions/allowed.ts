import type { Guest } from '@/api/types';
import { texts } from '@/texts/en';

export const actions = ['start', 'shutdown', 'reboot', 'stop', 'delete'] as const;
export type Action = (typeof actions)[number];

const why = texts.guests.whyNot;

/** Why an action is of no use on a guest now; null when it is. The server decides again. */
export function whyNot(action: Action, guest: Pick<Guest, 'status' | 'template'>, busy: boolean): string | null {
  if (busy) {
    return why.busy;
  }
  if (guest.status === 'unknown') {
    return why.unknown;
  }
  if (action === 'delete') {
    return null;
  }
  if (guest.template) {
    return why.template;
  }
  const runs = guest.status === 'running';
  return action === 'start' ? (runs ? why.running : null) : runs ? null : why.stopped;
}
