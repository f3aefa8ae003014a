import { Anchor } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useWhyNot } from '@/features/inventory/nic/useWhyNot';
import type { DriftItem } from '@/shared/api/types';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { driftQuery, mend } from './api';
import { nameOf } from './list';
import { driftTexts as said } from './texts';

type Props = {
  item: DriftItem;
  /** Hears why it could not be ordered, and that it could. */
  told: (trouble: { name: string; error: unknown } | null) => void;
};

/** Orders what mends a difference, and leads to how that goes. */
export function Mend({ item, told }: Props) {
  const cache = useQueryClient();
  const why = useWhyNot(false);
  const order = useMutation({
    mutationFn: () => mend(item),
    onSuccess: () => told(null),
    onError: (error) => told({ name: nameOf(item), error }),
    onSettled: () => cache.invalidateQueries({ queryKey: driftQuery.queryKey }),
  });
  if (order.data) {
    return (
      <Anchor component={Link} to={`/operations/${order.data.operation}`} size="sm" py={4}>
        {said.ordered}
      </Anchor>
    );
  }
  const remedy = item.remedy && said.remedies[item.remedy];
  return (
    remedy && (
      <GuardedButton why={why} variant="default" size="xs" loading={order.isPending} aria-label={remedy.of(nameOf(item))} onClick={() => order.mutate()}>
        {remedy.label}
      </GuardedButton>
    )
  );
}
