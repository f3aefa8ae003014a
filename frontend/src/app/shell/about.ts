import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, body } from '@/shared/api/client';

export const aboutQuery = queryOptions({
  queryKey: ['about'],
  queryFn: ({ signal }) => body(api.GET('/api/about', { signal })),
  staleTime: Infinity,
});

/** Which version this is, and of what. */
export const useAbout = () => useQuery(aboutQuery);
