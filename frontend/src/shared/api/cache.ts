import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem';

/** How often figures are read that no event announces, in milliseconds. Hidden tabs do not. */
export const REFRESH = 30_000;

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        networkMode: 'always',
        retry: (failures, error) => failures < 1 && error instanceof ApiProblem && error.passing,
        retryDelay: 1000,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
