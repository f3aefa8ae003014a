import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/api/client';
import { keys } from '@/api/keys';

/** One's own API tokens. */
export const tokensQuery = queryOptions({ queryKey: keys.tokens, queryFn: async ({ signal }) => (await body(api.GET('/api/me/tokens', { signal }))).tokens });
