import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { HeldObject } from '@/shared/api/types';
import { Moment } from '@/shared/ui/Moment';
import { heldTexts as said } from './texts';

type Use = HeldObject['now'][number];
type Allocation = NonNullable<HeldObject['allocation']>;

/** A reservation that has something, until when or from when on. */
export function Reserved({ by, next = false }: { by: Use; next?: boolean }) {
  return (
    <Text size="sm" component="span">
      {next && `${said.next} `}
      <Anchor component={Link} to={`/reservations/${by.reservation}`} size="sm">
        {said.reserved(by.title, by.requester)}
      </Anchor>{' '}
      {next ? said.from : said.until} <Moment at={next ? by.from : by.until} />
    </Text>
  );
}

/** By whom an address was taken here, until when or for which guest. */
export function Taken({ allocation: { owner, guest, until, reservation } }: { allocation: Allocation }) {
  return (
    <Text size="sm" component="span">
      {guest === null ? said.held(owner) : said.guest(owner, guest.type, guest.vmid)}
      {reservation !== null && (
        <>
          {', '}
          <Anchor component={Link} to={`/reservations/${reservation}`} size="sm">
            {said.ofReservation(reservation)}
          </Anchor>
        </>
      )}
      {until !== null && (
        <>
          {` ${said.until} `}
          <Moment at={until} />
        </>
      )}
    </Text>
  );
}

type Props = Pick<HeldObject, 'now' | 'next' | 'allocation'>;

/** Who has something now, and who comes next. */
export function Holders({ now, next, allocation }: Props) {
  return now.length === 0 && next === null && allocation === null ? (
    <Text size="sm" component="span">
      {said.nobody}
    </Text>
  ) : (
    <Stack gap={2} component="span">
      {allocation && <Taken allocation={allocation} />}
      {now.map((by) => (
        <Reserved key={by.reservation} by={by} />
      ))}
      {next && <Reserved by={next} next />}
    </Stack>
  );
}
