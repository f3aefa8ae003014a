import { Anchor, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useWhyNot } from '@/features/inventory/nic/useWhyNot';
import type { DriftItem } from '@/shared/api/types';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { driftQuery, mend } from './api';
import { nameOf } from './list';
import { driftTexts as said } from './texts';

/** Orders what mends a difference, and leads to how that goes. */
export function Mend({ item }: { item: DriftItem }) {
  const cache = useQueryClient();
  const why = useWhyNot(false);
  const order = useMutation({ mutationFn: () => mend(item), onSettled: () => cache.invalidateQueries({ queryKey: driftQuery.queryKey }) });
  if (order.data) {
    return (
      <Anchor component={Link} to={`/operations/${order.data.operation}`} size="sm" py={4}>
        {said.ordered}
      </Anchor>
    );
  }
  const remedy = item.remedy && said.remedies[item.remedy];
  return (
    <Stack gap="xs">
      {remedy && (
        <GuardedButton why={why} variant="default" size="xs" loading={order.isPending} aria-label={remedy.of(nameOf(item))} onClick={() => order.mutate()}>
          {remedy.label}
        </GuardedButton>
      )}
      {order.error && <ProblemAlert error={order.error} />}
    </Stack>
  );
}
