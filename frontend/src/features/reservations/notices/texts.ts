import { count } from '@/features/reservations/texts';
import type { NoticeKind } from '@/shared/api/types';

/** What is told of a notice. */
type Told = {
  by: string | null;
  /** Who asked for what was decided, where that is not whose it is. */
  askedBy: string | null;
  /** When the reservation is, as it was then. */
  times: string;
};

const someone = (by: string | null): string => (by === null ? '' : ` by ${by}`);
const asked = (title: string, asker: string | null): string => (asker === null ? title : `${title}, which ${asker} asked for,`);
const change = (title: string, asker: string | null): string => (asker === null ? `Your change of ${title}` : `The change of ${title} that ${asker} asked for`);

/** What is said of what happened to reservations. */
export const noticeTexts = {
  title: 'What happened to your reservations',
  ending: (title: string, at: string, minutes: number) => `${title} ends at ${at}, in ${count(minutes, 'minute', 'minutes')}.`,
  happened: {
    requested: (title, { by }) => `${title} waits for your approval${by === null ? '' : `, asked for by ${by}`}.`,
    booked: (title, { by }) => `${title} was booked for you${someone(by)}.`,
    approved: (title, { by, askedBy }) => `${asked(title, askedBy)} was approved${someone(by)}.`,
    change_approved: (title, { by, askedBy, times }) => `${change(title, askedBy)} was approved${someone(by)}. It is now on ${times}.`,
    offered: (title) => `${title} is held for you for a short time.`,
    refused: (title, { by, askedBy }) => `${asked(title, askedBy)} was refused${someone(by)}.`,
    change_refused: (title, { by, askedBy }) => `${change(title, askedBy)} was refused${someone(by)}.`,
    cancelled: (title, { by }) => `${title} was cancelled${someone(by)}.`,
    kept: (title) => `What ${title} uses is closed for all others around it. It stays as it is.`,
    reassigned: (title) => `${title} has something equal instead of what is out of service.`,
    at_risk: (title) => `${title} is at risk.`,
    ready: (title) => `${title} is ready.`,
    degraded: (title) => `Some of what ${title} brings could not be made.`,
    no_show: (title) => `${title} was returned before its end.`,
    ended: (title) => `${title} has ended.`,
  } satisfies Record<Exclude<NoticeKind, 'ending' | 'check_in'>, (title: string, told: Told) => string>,
  why: (reason: string) => `Why: ${reason}`,
  extendOf: (title: string) => `Extend ${title}`,
  open: 'Open',
  more: (many: number) => count(many, 'more notice', 'more notices'),
  fewer: 'Show one notice only',
  openOf: (title: string) => `Open ${title}`,
  putAway: (title: string) => `Put away what is said of ${title}`,
};
