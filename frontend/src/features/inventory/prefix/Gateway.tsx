import { Text } from '@mantine/core';
import { inventoryTexts as said } from '@/features/inventory/texts';
import type { Prefix } from '@/shared/api/types';

/** The gateway of a prefix and where it is from: it is never guessed. */
export function Gateway({ of: { gateway, gateway_source: from } }: { of: Pick<Prefix, 'gateway' | 'gateway_source'> }) {
  return gateway === null ? (
    <Text span size="sm" c="dimmed">
      {said.noGateway}
    </Text>
  ) : (
    <span>
      {gateway}{' '}
      {from && (
        <Text span size="xs" c="dimmed">
          {said.gatewayFrom(from)}
        </Text>
      )}
    </span>
  );
}
