import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useWhyNot } from '@/features/inventory/nic/useWhyNot';
import type { DriftItem } from '@/shared/api/types';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { driftQuery, mend } from './api';
import { nameOf } from './list';
import { driftTexts as said } from './texts';

/** What became of an order: the operation that carries it out, or why there is none. */
export type Ordered = { name: string; operation: string } | { name: string; error: unknown };

type Props = {
  item: DriftItem;
  /** Hears what became of it; the row itself may be gone by then. */
  told: (ordered: Ordered) => void;
};

/** Orders what mends a difference. */
export function Mend({ item, told }: Props) {
  const cache = useQueryClient();
  const why = useWhyNot(false);
  const order = useMutation({
    mutationFn: () => mend(item),
    onSuccess: ({ operation }) => told({ name: nameOf(item), operation }),
    onError: (error) => told({ name: nameOf(item), error }),
    onSettled: () => cache.invalidateQueries({ queryKey: driftQuery.queryKey }),
  });
  const remedy = item.remedy && said.remedies[item.remedy];
  return (
    remedy && (
      <GuardedButton why={why} variant="default" size="xs" loading={order.isPending} aria-label={remedy.of(nameOf(item))} onClick={() => order.mutate()}>
        {remedy.label}
      </GuardedButton>
    )
  );
}
