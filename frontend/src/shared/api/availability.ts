import { useSyncExternalStore } from 'react';
import type { ApiProblem } from './problem';

/** Who is asked, directly or behind the API; the one in front hides those behind it. */
const parties = ['direttore', 'database', 'cluster'] as const;
export type Party = (typeof parties)[number];

/** Who does not answer; moments in milliseconds since 1970. */
export type Away = {
  party: Party;
  /** When that was first met. */
  since: number;
  /** When it last answered; null where it has answered nothing to this page yet. */
  lastAnswer: number | null;
  detail: string;
};

type Missing = Omit<Away, 'party'> & { heard: number; order: number };

// A page that is no longer open asks no more: what it last met says nothing after this long.
const FORGOTTEN = 45_000;
// Whole lists of the cluster; a single node or storage that is silent is no cluster that is away.
// What is read again and again is younger than this while the cluster answers, be it slowly or not at the first try.
const AWAY_SECONDS = 20;
const WHOLE_CLUSTER = /^\/api\/proxmox\/(cluster|nodes|guests|guests\/changes)$/;

const missing: Record<Party, Map<string, Missing>> = { direttore: new Map(), database: new Map(), cluster: new Map() };
// When each last answered well, by what it was asked.
const answers: Record<Exclude<Party, 'direttore'>, Map<string, number>> = { database: new Map(), cluster: new Map() };
const watchers = new Set<() => void>();
let current: Away | null = null;
let answeredAt = 0;
let noted = 0;

function worst(): Away | null {
  for (const party of parties) {
    const all = [...missing[party].values()].sort((a, b) => a.since - b.since);
    const [first] = all;
    if (first) {
      const known = all.flatMap(({ lastAnswer }) => lastAnswer ?? []);
      return { party, since: first.since, lastAnswer: known.length > 0 ? Math.max(...known) : null, detail: first.detail };
    }
  }
  return null;
}

function settle() {
  const now = worst();
  if (now?.party !== current?.party || now?.since !== current?.since || now?.lastAnswer !== current?.lastAnswer || now?.detail !== current?.detail) {
    current = now;
    watchers.forEach((watcher) => watcher());
  }
}

function lost(party: Party, path: string, detail: string, lastAnswer: number | null) {
  const since = missing[party].get(path)?.since ?? lastAnswer ?? Date.now();
  missing[party].set(path, { detail, since, lastAnswer, heard: Date.now(), order: ++noted });
  settle();
}

function found(party: keyof typeof answers, path: string, at = Date.now()) {
  answers[party].set(path, at);
  const all = missing[party];
  all.delete(path);
  all.forEach(({ heard }, other) => Date.now() - heard > FORGOTTEN && all.delete(other));
  settle();
}

/** Direttore answered at all. */
function answered() {
  answeredAt = Date.now();
  missing.direttore.clear();
  settle();
}

/** Whether Direttore has answered anything since a moment: then something else is slow. */
export const hasAnsweredSince = (moment: number): boolean => answeredAt >= moment;

/** Notes that there was no answer. */
export const noteSilence = (path: string, { detail }: ApiProblem): void => lost('direttore', path, detail, answeredAt || null);

/** Notes what an answer, or a refusal, says of those behind the API. */
export function noteAnswer(path: string, method: string, response: Response, problem?: ApiProblem): void {
  if (problem?.type === 'not-understood' && problem.passing) {
    // A proxy answers in its place.
    lost('direttore', path, problem.detail, answeredAt || null);
    return;
  }
  answered();
  if (method !== 'GET') {
    return;
  }
  if (problem?.type === 'database-away') {
    lost('database', path, problem.detail, answers.database.get(path) ?? null);
    return;
  }
  found('database', path);
  if (WHOLE_CLUSTER.test(path)) {
    const age = Number(response.headers.get('X-Snapshot-Age') ?? 0);
    const takenAt = Date.now() - age * 1000;
    const old = age >= AWAY_SECONDS ? response.headers.get('X-Snapshot-Trouble') : null;
    const trouble = problem ? (problem.type === 'unreachable' ? problem.detail : null) : old;
    if (trouble === null) {
      found('cluster', path, takenAt);
    } else {
      lost('cluster', path, trouble, problem ? (answers.cluster.get(path) ?? null) : takenAt);
    }
  }
}

/** How much was noted so far, to tell what comes later. */
export const notedSoFar = (): number => noted;

/** Takes somebody for back who has answered a question well, but for what was met since it was asked. */
export function noteBack(party: Party, since: number): void {
  missing[party].forEach(({ order }, path) => order <= since && missing[party].delete(path));
  settle();
}

/** Forgets what was noted. */
export function forgetAway(): void {
  parties.forEach((party) => missing[party].clear());
  Object.values(answers).forEach((all) => all.clear());
  answeredAt = 0;
  settle();
}

/** Who does not answer now; null when all do. */
export const whoIsAway = (): Away | null => current;

/** The same, as it changes; the answer ends that. */
export function watchAway(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Who does not answer now; null when all do. */
export const useAway = (): Away | null => useSyncExternalStore(watchAway, whoIsAway);
