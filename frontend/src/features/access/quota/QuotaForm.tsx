import { Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { accessKeys } from '@/features/access/keys';
import { accessTexts } from '@/features/access/texts';
import { problemOf } from '@/shared/api/problem';
import type { Quota } from '@/shared/api/types';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { dimensions, isBound, quotaOf, typedOf } from './amounts';

const said = accessTexts.quota;

type Props = {
  quota: Quota;
  save: (quota: Quota) => Promise<unknown>;
  /** Goes back to what holds without; absent where nothing does. */
  clear?: { label: string; act: () => Promise<unknown> };
};

/** The bounds of somebody, of a team or of everybody. */
export function QuotaForm({ quota, save, clear }: Props) {
  const cache = useQueryClient();
  const [changed, setChanged] = useState<Partial<ReturnType<typeof typedOf>>>({});
  const typed = { ...typedOf(quota), ...changed };
  const change = useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: accessKeys.quotas });
      setChanged({});
    },
  });
  const named = new Map(change.error === null ? [] : problemOf(change.error).errors.map(({ field, detail }) => [field, detail]));
  const faultOf = (dimension: (typeof dimensions)[number]) =>
    isBound(dimension, typed[dimension]) ? named.get(dimension) : dimension === 'guests' || dimension === 'cores' ? said.whole : said.wrong;
  const touched = Object.keys(changed).length > 0;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate(() => save(quotaOf(typed)));
      }}
    >
      <Stack gap="sm">
        <SimpleGrid type="container" cols={{ base: 2, '560px': 4 }}>
          {dimensions.map((dimension) => (
            <TextInput
              key={dimension}
              label={said.fields[dimension]}
              inputMode="decimal"
              autoComplete="off"
              value={typed[dimension]}
              error={faultOf(dimension)}
              onChange={(event) => setChanged({ ...changed, [dimension]: event.currentTarget.value.trim() })}
            />
          ))}
        </SimpleGrid>
        <Text size="sm" c="dimmed">
          {said.empty}
        </Text>
        {change.error && named.size === 0 && <ProblemAlert error={change.error} />}
        <Group>
          <GuardedButton type="submit" loading={change.isPending} disabled={!touched || !dimensions.every((dimension) => isBound(dimension, typed[dimension]))}>
            {said.save}
          </GuardedButton>
          {clear && (
            <GuardedButton variant="default" disabled={change.isPending} onClick={() => change.mutate(clear.act)}>
              {clear.label}
            </GuardedButton>
          )}
          <Text size="sm" role="status">
            {change.isSuccess && !touched ? said.saved : ''}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}
