import createClient, { type Middleware } from 'openapi-fetch';
import { hasAnsweredSince, noteAnswer, noteSilence } from './availability';
import { noAnswer, problemIn, tooSlow } from './problem';
import type { paths } from './schema';
import { signedOut } from './signedOut';

// Longer than the API waits for Proxmox, so that its own words arrive.
const READ_SECONDS = 30;
const WRITE_SECONDS = 60;

/** A new key for one order: the same key sent again orders nothing twice. */
export function newKey(): string {
  // randomUUID is missing where the page came over plain HTTP from another host.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function timed(request: Request): Promise<Response> {
  const seconds = request.method === 'GET' ? READ_SECONDS : WRITE_SECONDS;
  const begun = Date.now();
  const slow = new AbortController();
  const timer = setTimeout(() => slow.abort(), seconds * 1000);
  try {
    return await globalThis.fetch(request, { signal: AbortSignal.any([request.signal, slow.signal]) });
  } catch (error) {
    if (request.signal.aborted) {
      throw error;
    }
    const problem = slow.signal.aborted ? tooSlow(seconds) : noAnswer();
    // What Proxmox answers slowly says nothing of Direttore, which answers others meanwhile.
    if (!slow.signal.aborted || !hasAnsweredSince(begun)) {
      noteSilence(new URL(request.url).pathname, problem);
    }
    throw problem;
  } finally {
    clearTimeout(timer);
  }
}

const keyed: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'GET' && !request.headers.has('Idempotency-Key')) {
      request.headers.set('Idempotency-Key', newKey());
    }
    return request;
  },
};

// A wrong password there says nothing about whether somebody is signed in.
const PASSWORD_CALLS = new Set(['/api/session', '/api/session/link', '/api/session/link/check', '/api/me/password']);

const refusing: Middleware = {
  async onResponse({ request, response, schemaPath }) {
    if (!response.ok) {
      const problem = await problemIn(response);
      noteAnswer(schemaPath, request.method, response, problem);
      if (problem.status === 401 && (problem.type === 'not-signed-in' || !PASSWORD_CALLS.has(schemaPath))) {
        signedOut();
      }
      throw problem;
    }
    noteAnswer(schemaPath, request.method, response);
    return response;
  },
};

/** The API by its contract. Whatever it does not answer well is thrown as an ApiProblem. */
export const api = createClient<paths>({
  baseUrl: location.origin,
  fetch: timed,
  querySerializer: { array: { style: 'form', explode: false } },
});
api.use(keyed, refusing);

type Call<T> = Promise<{ data?: T; response: Response }>;

/** The body of an answer. */
export async function body<T>(call: Call<T>): Promise<NonNullable<T>> {
  const { data, response } = await call;
  if (data === undefined || data === null) {
    throw await problemIn(response);
  }
  return data;
}

/** What the API read from Proxmox at some time. */
export type Snapshot<T> = {
  data: T;
  /** When it was true, in milliseconds since 1970. */
  takenAt: number;
  /** Why it could not be refreshed since; null when it could. */
  trouble: string | null;
};

/** The body of an answer that tells its age. */
export async function snapshot<T>(call: Call<T>): Promise<Snapshot<NonNullable<T>>> {
  const { response } = await call;
  const age = Number(response.headers.get('X-Snapshot-Age') ?? 0);
  return {
    data: await body(call),
    takenAt: Date.now() - age * 1000,
    trouble: response.headers.get('X-Snapshot-Trouble'),
  };
}
