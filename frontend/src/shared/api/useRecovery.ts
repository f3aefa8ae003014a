import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { notedSoFar, noteBack, type Party, useAway } from './availability';
import { api } from './client';

const EVERY = 5000;
// Who comes and goes at short intervals must not have everything read each time.
const BETWEEN_READS = 30_000;
let readAll = 0;

/** The smallest question that each must answer. */
const questions = {
  direttore: () => api.GET('/api/about'),
  database: () => api.GET('/api/operations', { params: { query: { limit: 1 } } }),
  cluster: () => Promise.all([api.GET('/api/proxmox/nodes'), api.GET('/api/proxmox/cluster')]),
} satisfies Record<Party, () => Promise<unknown>>;

const asked = new Set<Party>();

/** Asks whether somebody is there, one question at a time; the answer is noted. */
export async function ask(party: Party): Promise<void> {
  if (asked.has(party)) {
    return;
  }
  asked.add(party);
  const before = notedSoFar();
  try {
    await questions[party]();
    noteBack(party, before);
  } catch {
    // What was met is noted already.
  } finally {
    asked.delete(party);
  }
}

/** Reads everything again; what came back a moment ago already, only where it failed. */
function readAgain(cache: QueryClient): void {
  const often = Date.now() - readAll < BETWEEN_READS;
  readAll = often ? readAll : Date.now();
  void cache.invalidateQueries(often ? { predicate: ({ state }) => state.status === 'error' } : {});
}

/** While somebody is away, asks for them often; once they are back, reads everything that is shown again. */
export function useRecovery(): void {
  const cache = useQueryClient();
  const party = useAway()?.party;
  useEffect(() => {
    if (party) {
      const timer = setInterval(() => !document.hidden && void ask(party), EVERY);
      return () => {
        clearInterval(timer);
        readAgain(cache);
      };
    }
  }, [party, cache]);
}
