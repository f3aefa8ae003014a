import type { Timeframe } from './types';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

// How far apart, in seconds, Proxmox's figures of each time are at most, and as long again until they can be read here.
const FIRST: Record<Timeframe, number> = { hour: 3 * MINUTE, day: HOUR, week: 6 * HOUR, month: DAY, year: 14 * DAY };

/** Whether what has run for so many seconds may have no figure of a time yet, as Proxmox has not recorded the first one. */
export const isTooYoung = (timeframe: Timeframe, uptime: number): boolean => uptime > 0 && uptime < FIRST[timeframe];
