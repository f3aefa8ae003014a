import { problemTexts } from './texts';
import type { BrokenRule, Problem, ReservationOverlap, Suggestion } from './types';

const TYPE = 'urn:direttore:problem:';
const REQUEST = 'urn:direttore:request:';

type Fault = {
  /** A word that stays the same between releases, such as `vmid-in-use`. */
  type: string;
  title: string;
  detail: string;
  /** The answer's HTTP status; 0 when there was no answer. */
  status: number;
  field?: string;
  errors?: { field: string; detail: string }[];
  operation?: string;
  /** The right that is missing. */
  right?: string;
  /** Where the guest is that has moved away from the address. */
  node?: string;
  requestId?: string;
  /** What is in the way of a reservation. */
  conflicts?: ReservationOverlap[];
  /** When, or where, it could be had instead. */
  next_free?: Suggestion[];
  /** Whether the waiting list takes what could not be booked, and why not. */
  may_wait?: boolean;
  why_not_wait?: string;
  /** The rules of reserving that it breaks. */
  broken?: BrokenRule[];
  /** Seconds after which trying again may help. */
  retryAfter?: number;
};

/** Why the API did not do what it was asked: its own problem document, or that there was no answer. */
export class ApiProblem extends Error {
  readonly type: string;
  readonly title: string;
  readonly detail: string;
  readonly status: number;
  readonly field: string | undefined;
  readonly errors: { field: string; detail: string }[];
  readonly operation: string | undefined;
  readonly right: string | undefined;
  readonly node: string | undefined;
  readonly requestId: string | undefined;
  readonly retryAfter: number | undefined;
  readonly conflicts: ReservationOverlap[];
  readonly nextFree: Suggestion[];
  readonly mayWait: boolean | undefined;
  readonly whyNotWait: string | undefined;
  readonly broken: BrokenRule[];

  constructor(fault: Fault) {
    super(`${fault.title}: ${fault.detail}`);
    this.name = 'ApiProblem';
    this.type = fault.type;
    this.title = fault.title;
    this.detail = fault.detail;
    this.status = fault.status;
    this.field = fault.field;
    this.errors = fault.errors ?? (fault.field ? [{ field: fault.field, detail: fault.detail }] : []);
    this.operation = fault.operation;
    this.right = fault.right;
    this.node = fault.node;
    this.requestId = fault.requestId;
    this.retryAfter = fault.retryAfter;
    this.conflicts = fault.conflicts ?? [];
    this.nextFree = fault.next_free ?? [];
    this.mayWait = fault.may_wait;
    this.whyNotWait = fault.why_not_wait;
    this.broken = fault.broken ?? [];
  }

  /** Whether asking again may help without anything being mended. */
  get passing(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

/** What anything thrown is to people. */
export function problemOf(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) {
    return error;
  }
  const detail = error instanceof Error ? error.message : String(error);
  return new ApiProblem({ type: 'fault', title: problemTexts.fault, detail, status: 0 });
}

export function noAnswer(): ApiProblem {
  return new ApiProblem({ type: 'no-answer', title: problemTexts.noAnswer, detail: problemTexts.noAnswerDetail, status: 0 });
}

export function tooSlow(seconds: number): ApiProblem {
  return new ApiProblem({ type: 'timeout', title: problemTexts.tooSlow, detail: problemTexts.tooSlowDetail(seconds), status: 0 });
}

/** What a refusal says; a proxy's answers are no problem documents. */
export async function problemIn(response: Response): Promise<ApiProblem> {
  const requestId = response.headers.get('X-Request-Id') ?? undefined;
  const retryAfter = Number(response.headers.get('Retry-After')) || undefined;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  if (!isProblem(body)) {
    const detail = problemTexts.notUnderstoodDetail(response.status);
    return new ApiProblem({ type: 'not-understood', title: problemTexts.notUnderstood, detail, status: response.status, requestId, retryAfter });
  }
  return new ApiProblem({
    ...body,
    type: body.type.replace(TYPE, ''),
    requestId: requestId ?? body.instance.replace(REQUEST, ''),
    retryAfter,
  });
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'title' in body && 'detail' in body && 'type' in body && 'instance' in body;
}
