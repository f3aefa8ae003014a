import { guestTexts } from '@/features/guests/texts';
import type { Guest, Operation } from '@/shared/api/types';

export const actions = ['start', 'resume', 'shutdown', 'reboot', 'stop', 'delete'] as const;
export type Action = (typeof actions)[number];

/** The actions that make sense on some guests: what stands still is resumed, not started. */
export function offered(guests: Pick<Guest, 'status'>[]): Action[] {
  const other = guests.length > 0 && guests.every(({ status }) => status === 'paused') ? 'start' : 'resume';
  return actions.filter((action) => action !== other);
}

/** The operation under way on a guest. */
export type Under = (vmid: number) => Operation | undefined;

const why = guestTexts.whyNot;

/** Whether an action goes before what is under way on a guest: a guest that will not end by itself can always be stopped. */
const overrules = (action: Action, { kind }: Operation): boolean => action === 'stop' && (kind === 'shutdown' || kind === 'reboot');

/** What an action on several guests means for one of them. */
export type Lot = 'will' | 'already' | 'mayNot' | 'locked';

/** A guest that is one of several: what becomes of it, and why it is left out. */
export type Standing = { guest: Guest; lot: Lot; why: string | null };

/**
 * What an action means for each of some guests. What is aimed at several is not meant for templates, nor for guests that
 * Proxmox has locked: those are acted on one by one.
 */
export function standings(action: Action, guests: Guest[], under: Under, forbidden: (vmid: number) => string | null): Standing[] {
  const many = guests.length > 1;
  return guests.map((guest): Standing => {
    const operation = under(guest.vmid);
    const reason = whyNot(action, guest, operation, forbidden(guest.vmid));
    if (forbidden(guest.vmid) !== null) {
      return { guest, lot: 'mayNot', why: reason };
    }
    if (many && guest.template) {
      return { guest, lot: 'mayNot', why: action === 'delete' ? why.templateAlone : why.template };
    }
    if (many && guest.lock !== null) {
      return { guest, lot: 'locked', why: why.locked(guest.lock) };
    }
    if (reason === null) {
      return { guest, lot: 'will', why: null };
    }
    const lot = operation ? 'locked' : guest.template || guest.status === 'unknown' ? 'mayNot' : 'already';
    return { guest, lot, why: reason };
  });
}

/** Those of some guests that are acted on. */
export const willOf = (all: Standing[]): Guest[] => all.filter(({ lot }) => lot === 'will').map(({ guest }) => guest);

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
  if (guest.status === 'paused') {
    return action === 'stop' || action === 'resume' ? null : why.paused;
  }
  if (action === 'resume') {
    return why.notPaused;
  }
  const runs = guest.status === 'running';
  return action === 'start' ? (runs ? why.running : null) : runs ? null : why.stopped;
}
