import { queryOptions } from '@tanstack/react-query';
import { reservationKeys } from '@/features/reservations/keys';
import { api, body } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

export type Rules = components['schemas']['ReservationRules'];
export type NewRules = components['schemas']['PolicyRules'];

/** By which rules one reserves oneself. */
export const myRulesQuery = queryOptions({
  queryKey: [...reservationKeys.policies, 'mine'],
  queryFn: ({ signal }) => body(api.GET('/api/reservations/rules', { signal })),
});

/** All rules; for those who keep them. */
export const policiesQuery = queryOptions({
  queryKey: [...reservationKeys.policies, 'all'],
  queryFn: ({ signal }) => body(api.GET('/api/policies', { signal })),
});

/** Sets the rules of a team, or those for all (null). */
export const setRules = (team: string | null, rules: NewRules) =>
  team === null
    ? body(api.PUT('/api/policies/general', { body: rules }))
    : body(api.PUT('/api/policies/teams/{team}', { params: { path: { team } }, body: rules }));

/** Takes them away. */
export const clearRules = (team: string | null) =>
  team === null ? body(api.DELETE('/api/policies/general', {})) : body(api.DELETE('/api/policies/teams/{team}', { params: { path: { team } } }));
