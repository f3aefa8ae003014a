import type { Guest, Operation } from '@/api/types';
import { texts } from '@/texts/en';

export const actions = ['start', 'shutdown', 'reboot', 'stop', 'delete'] as const;
export type Action = (typeof actions)[number];

/** The operation under way on a guest. */
export type Under = (vmid: number) => Operation | undefined;

const why = texts.guests.whyNot;

/** Whether an action goes before what is under way on a guest: a guest that will not end by itself can always be stopped. */
const overrules = (action: Action, { kind }: Operation): boolean => action === 'stop' && (kind === 'shutdown' || kind === 'reboot');

/** Why an action may not be done or is of no use on a guest now; null when it is. The server decides again. */
export function whyNot(action: Action, guest: Pick<Guest, 'status' | 'template'>, operation: Operation | undefined, forbidden: string | null): string | null {
  if (forbidden !== null) {
    return forbidden;
  }
  if (operation) {
    return overrules(action, operation) ? (operation.cancel_requested ? why.cancelling : null) : why.busy;
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
