import { useQuery } from '@tanstack/react-query';
import { peopleQuery, useTeams } from '@/features/access/api';
import { useMe, useOwners, useRight } from '@/features/access/rights';

/** Those who may be given something: everybody, as far as who asks may know; others are typed. */
export function useNames(): { names: string[]; display: ReadonlyMap<string, string> } {
  const people = useQuery({ ...peopleQuery, enabled: useRight('manage-people') }).data?.filter(({ disabled }) => !disabled);
  const owners = useOwners();
  const teams = useTeams().data ?? [];
  const met = [useMe().name, ...[...owners.values()].map(({ owner }) => owner), ...teams.flatMap(({ members }) => members)];
  const names = people?.map(({ name }) => name) ?? met;
  return {
    names: [...new Set(names)].sort(),
    display: new Map(people?.filter(({ name, display }) => display !== name).map(({ name, display }) => [name, display])),
  };
}
