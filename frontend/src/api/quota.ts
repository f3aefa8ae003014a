import { useQuery } from '@tanstack/react-query';
import { api, body } from '@/shared/api/client';
import { keys } from './keys';

/** How much one may have, and one's teams, and has. */
export const useMyQuota = () =>
  useQuery({ queryKey: keys.myQuota, queryFn: async ({ signal }) => (await body(api.GET('/api/me/quota', { signal }))).standings });
