import { Anchor, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { prefixQuery } from '@/features/inventory/api';
import type { OrderedGuest } from '@/shared/api/types';
import { prefixesFor } from './guestPrefixes';
import { nicTexts as said } from './texts';

/** A prefix by its network, or by its id while NetBox does not say. */
function PrefixLink({ id }: { id: number }) {
  const { data } = useQuery(prefixQuery(id));
  return (
    <Anchor component={Link} to={`/inventory/prefixes/${id}`} inherit>
      {data?.data.prefix.prefix ?? said.prefixId(id)}
    </Anchor>
  );
}

/** Of which prefixes the guests of a reservation have addresses. */
export function GuestPrefixes({ guests }: { guests: OrderedGuest[] }) {
  return (
    <Stack gap={2}>
      {prefixesFor(guests).map(({ guests: names, nic, prefix }) => (
        <span key={`${names} ${nic}`}>
          {said.ofPrefix(names, nic)} <PrefixLink id={prefix} />
        </span>
      ))}
    </Stack>
  );
}
