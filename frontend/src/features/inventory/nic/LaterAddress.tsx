import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { inventoryTexts } from '@/features/inventory/texts';
import { problemOf } from '@/shared/api/problem';
import { freeCountQuery, MOST_COUNTED } from './api';
import type { NicPrefix } from './held';
import { nicTexts as said } from './texts';

/** That an address of a prefix is taken for each machine when it is made; whether as many are free, and which gateway they get. */
export function LaterAddress({ prefix, wanted }: { prefix: NicPrefix; wanted: number }) {
  const { data, error } = useQuery(freeCountQuery(prefix.id));
  const free = data?.addresses.length;
  const few = free !== undefined && free < wanted;
  const gateway = data ?? prefix;
  return (
    <div role="status">
      <Text size="sm">
        {[
          said.each(prefix.prefix),
          free !== undefined && !few && said.free(free, free === MOST_COUNTED),
          gateway.gateway === null ? said.noGatewayThen : said.gatewayThen(inventoryTexts.gateway(gateway.gateway, gateway.gateway_source)),
        ]
          .filter(Boolean)
          .join(' ')}
      </Text>
      {few && (
        <Text size="sm" c="var(--warn-text)">
          {free === 0 ? (data?.none_because ?? said.closed.full) : said.tooFew(free, wanted)}
        </Text>
      )}
      {error && (
        <Text size="sm" c="var(--bad-text)">
          {problemOf(error).detail}
        </Text>
      )}
    </div>
  );
}
