import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { noteBack, type Party, useAway } from './availability';
import { api } from './client';

const EVERY = 5000;

/** The smallest question that each must answer. */
const questions = {
  direttore: { path: '/api/about', ask: () => api.GET('/api/about') },
  database: { path: '/api/operations', ask: () => api.GET('/api/operations', { params: { query: { limit: 1 } } }) },
  cluster: { path: '/api/proxmox/nodes', ask: () => api.GET('/api/proxmox/nodes') },
} satisfies Record<Party, { path: string; ask: () => Promise<unknown> }>;

/** Asks whether somebody is there; the answer is noted. */
export async function ask(party: Party): Promise<void> {
  const { path, ask: question } = questions[party];
  await question().catch(() => undefined);
  noteBack(party, path);
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
        void cache.invalidateQueries();
      };
    }
  }, [party, cache]);
}
