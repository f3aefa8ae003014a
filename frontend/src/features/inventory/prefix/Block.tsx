import { ActionIcon, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import * as z from 'zod/mini';
import { blockQuery } from '@/features/inventory/api';
import { heldOfPrefixQuery } from '@/features/inventory/held/api';
import { heldTexts } from '@/features/inventory/held/texts';
import { inventoryTexts } from '@/features/inventory/texts';
import type { IpAddress, PrefixPage } from '@/shared/api/types';
import { number } from '@/shared/format/percent';
import { Known } from '@/shared/ui/Known';
import { useUrlState } from '@/shared/url/useUrlState';
import { AddressGrid } from './AddressGrid';
import { blockAt, blockCount, blockOf, cellsOf, cidr } from './cells';
import { Chosen } from './Chosen';
import { ipv4, networkOf } from './network';

const said = inventoryTexts.prefix;
const shape = { ip: z.catch(z.ipv4(), '') };

type PartProps = { page: PrefixPage; block: string; addresses: IpAddress[]; chosen: string; choose: (address: string) => void };

function Part({ page, block, addresses, chosen, choose }: PartProps) {
  const held = useQuery(heldOfPrefixQuery(page.prefix.id, block));
  const cells = useMemo(
    () => cellsOf(page, addresses, networkOf(block), held.data, held.dataUpdatedAt),
    [page, addresses, block, held.data, held.dataUpdatedAt],
  );
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} style={{ alignItems: 'start' }}>
      <div>
        {held.error && (
          <Text size="sm" c="dimmed" role="status" mb="xs">
            {heldTexts.unknownDetail}
          </Text>
        )}
        <AddressGrid label={said.grid(block)} cells={cells} chosen={chosen} choose={choose} />
      </div>
      <Chosen cell={cells.find(({ address }) => address === chosen)} />
    </SimpleGrid>
  );
}

/** The grid of an IPv4 prefix, a /24 at a time, and who has the chosen address. */
export function Block({ page }: { page: PrefixPage }) {
  const [{ ip }, setUrl] = useUrlState(shape);
  const prefix = networkOf(page.prefix.prefix);
  const count = blockCount(prefix);
  const at = ip === '' ? 0 : blockOf(prefix, ip);
  const block = cidr(blockAt(prefix, at));
  const query = useQuery(blockQuery(page.prefix.id, block));
  const turn = (to: number) => setUrl({ ip: ipv4(blockAt(prefix, to).first) });
  return (
    <Stack>
      {count > 1 && (
        <Group gap="xs" role="group" aria-label={said.block}>
          <ActionIcon variant="default" aria-label={said.earlier} disabled={at === 0} onClick={() => turn(at - 1)}>
            <IconChevronLeft size={16} aria-hidden />
          </ActionIcon>
          <Text size="sm" role="status">
            {said.blocks(block, number(at + 1), number(count))}
          </Text>
          <ActionIcon variant="default" aria-label={said.later} disabled={at + 1 === count} onClick={() => turn(at + 1)}>
            <IconChevronRight size={16} aria-hidden />
          </ActionIcon>
        </Group>
      )}
      <Known query={query} what={said.addressesWhat} height={600} aged>
        {({ data }) => <Part key={block} page={page} block={block} addresses={data} chosen={ip} choose={(address) => setUrl({ ip: address })} />}
      </Known>
    </Stack>
  );
}
