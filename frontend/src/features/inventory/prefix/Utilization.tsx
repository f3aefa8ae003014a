import { inventoryTexts } from '@/features/inventory/texts';
import type { Prefix } from '@/shared/api/types';
import { number } from '@/shared/format/percent';
import { Meter } from '@/shared/ui/Meter';

const WHOLE = 100;

/** How much of a prefix is used, and what was counted. */
export function Utilization({ of: { percent, of } }: { of: Prefix['utilization'] }) {
  return (
    <Meter
      label={inventoryTexts.prefixes.used[of]}
      share={percent / WHOLE}
      value={inventoryTexts.percent(number(percent))}
      {...(of !== 'addresses' && { level: 'good' })}
    />
  );
}
