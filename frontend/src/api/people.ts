import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/shared/api/client';
import { keys } from './keys';

/** Everybody who may sign in; for those who manage people. */
export const peopleQuery = queryOptions({
  queryKey: keys.people,
  queryFn: async ({ signal }) => (await body(api.GET('/api/people', { signal }))).people,
});
