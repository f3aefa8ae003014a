import { queryOptions } from '@tanstack/react-query';
import { accessKeys } from '@/features/access/keys';
import { api, body } from '@/shared/api/client';

/** One's own API tokens. */
export const tokensQuery = queryOptions({
  queryKey: accessKeys.tokens,
  queryFn: async ({ signal }) => (await body(api.GET('/api/me/tokens', { signal }))).tokens,
});
