import { Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRight } from '@/features/access/rights';
import { tellUndoable } from '@/features/reservations/change/undo';
import { reservationKeys } from '@/features/reservations/keys';
import { reservationTexts } from '@/features/reservations/texts';
import { nameOf } from '@/features/reservations/words';
import { problemOf } from '@/shared/api/problem';
import type { Resource } from '@/shared/api/types';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { notify } from '@/shared/ui/notify';
import { enter, removeResource } from './api';
import { resourceTexts as said, type EnteredKind } from './texts';

type Props = { resource: Resource; why: string | null; reserve: (resource: Resource) => void; edit: (resource: Resource) => void };

/** Takes away what was entered by hand, with a way back for ten seconds, or what NetBox has no more. */
function useRemove(resource: Resource) {
  const cache = useQueryClient();
  const name = nameOf(resource);
  const reread = () => cache.invalidateQueries({ queryKey: reservationKeys.resources });
  return useMutation({
    mutationFn: () => removeResource(resource.id),
    onSuccess: async () => {
      await reread();
      if (!resource.by_hand) {
        notify({ message: said.removed(name), color: 'green' });
        return;
      }
      tellUndoable(said.title, said.removed(name), async () => {
        await enter(resource.kind as EnteredKind, [resource.name], resource.tags);
        await reread();
      });
    },
    onError: (error) => notify({ title: said.notRemoved(name), message: problemOf(error).detail, color: 'red' }),
  });
}

// What people and teams may have is claimed by what is made for them; addresses are there while somebody has them.
const alone: Resource['kind'][] = ['node', 'guest', 'device', 'vlan', 'console', 'network', 'port', 'storage', 'pool'];

/** What can be done with something that can be reserved. */
export function RowActions({ resource, why, reserve, edit }: Props) {
  const mayBook = useRight('book');
  const remove = useRemove(resource);
  const name = nameOf(resource);
  const out = resource.out_of_service !== null ? said.out : null;
  return (
    <Group gap={6}>
      {alone.includes(resource.kind) && (
        <GuardedButton
          size="xs"
          variant="default"
          why={mayBook ? out : reservationTexts.mayNotBook}
          aria-label={said.reserveOf(name)}
          onClick={() => reserve(resource)}
        >
          {said.reserve}
        </GuardedButton>
      )}
      {alone.includes(resource.kind) && (
        <GuardedButton size="xs" variant="default" why={why} aria-label={said.editOf(name)} onClick={() => edit(resource)}>
          {said.edit}
        </GuardedButton>
      )}
      {(resource.by_hand || resource.inventory?.gone) && (
        <GuardedButton size="xs" variant="default" why={why} loading={remove.isPending} aria-label={said.removeOf(name)} onClick={() => remove.mutate()}>
          {said.remove}
        </GuardedButton>
      )}
    </Group>
  );
}
