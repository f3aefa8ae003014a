import type { GuestEnd } from '@/shared/api/types';

/** What can happen at the end; only what was made for a reservation is ever destroyed. */
export const endsFor = (made: boolean): GuestEnd[] => ['nothing', 'shutdown', 'stop', 'snapshot', ...(made ? (['destroy'] as const) : [])];

const LONGEST_GRACE = 1440;

/** Whether it is a time, in minutes, in which what is destroyed can be had back. */
export const isGrace = (text: string): boolean => /^\d{1,4}$/.test(text) && Number(text) <= LONGEST_GRACE;
