import { guestTexts } from '@/features/guests/texts';
import { operationTexts } from '@/features/operations/texts';
import type { Operation, OperationStep } from '@/shared/api/types';
import { labelOf } from '@/shared/format/label';
import { about } from '@/shared/format/time';

const said = operationTexts;

/** The guest that an operation is about, null where it is about something else. */
export function guestOf({ node, vmid, type }: Pick<Operation, 'node' | 'vmid' | 'type'>) {
  return node === undefined || vmid === undefined || type === undefined ? null : { node, vmid, type };
}

/** The guest's name as it stands in the order, empty where the order has none. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const nameIn = (request: Record<string, unknown>): string => textOf(request.name ?? request.hostname);

/** What an operation does, in a few words. */
export function titleOf(operation: Pick<Operation, 'kind' | 'vmid' | 'request'>, guestName = ''): string {
  const creates = operation.kind.startsWith('create') || operation.kind === 'clone-vm';
  const name = guestName || (creates ? nameIn(operation.request) : '');
  const kind = labelOf(said.kinds, operation.kind);
  const about = operation.vmid === undefined ? textOf(operation.request.address ?? operation.request.guest) : guestTexts.named(operation.vmid, name);
  return about === '' ? kind : said.titled(kind, about);
}

/** What an operation waits for, since when, and when it gives up. */
export function waitingWords({ waiting, waiting_since, waiting_until }: Pick<Operation, 'waiting' | 'waiting_since' | 'waiting_until'>, now: number): string {
  const parts = [
    said.waiting(waiting ?? ''),
    waiting_since ? said.waitsFor(about(Math.max(0, now - Date.parse(waiting_since)) / 1000)) : null,
    waiting_until ? said.givesUp(about(Math.max(0, Date.parse(waiting_until) - now) / 1000)) : null,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

/** The same where there is little room: what for, and when it gives up. */
export function waitingLine({ waiting, waiting_until }: Pick<Operation, 'waiting' | 'waiting_until'>, lock: string | null, now: number): string {
  const until = waiting_until ? said.givesUp(about(Math.max(0, Date.parse(waiting_until) - now) / 1000)) : null;
  return [lock ?? waiting, until].filter((part) => part !== null).join(', ');
}

export const stepName = (name: OperationStep['name']): string => labelOf(said.steps, name);

/** What is under way by an operation's own word: a step, or the state that it is in without one. */
export const phaseName = (phase: string): string => labelOf<string>({ ...said.statuses, ...said.steps }, phase);

/** Seconds from the begin of something to its end, or until now. */
export function secondsOf(started: string | null, finished: string | null, now: number): number | null {
  return started === null ? null : Math.max(0, ((finished === null ? now : Date.parse(finished)) - Date.parse(started)) / 1000);
}

export const isActive = ({ status }: Pick<Operation, 'status'>): boolean => status === 'queued' || status === 'running';
