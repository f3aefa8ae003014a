import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { useRight } from '@/features/access/rights';
import { useGuests } from '@/features/guests/api';
import { guestTexts } from '@/features/guests/texts';
import { guestPath } from '@/shared/api/types';
import { formatTexts } from '@/shared/format/texts';

/** What an entry is about; a link where it is something that has a page. */
export function Target({ target }: { target: string }) {
  const guests = useGuests().data?.data;
  const manages = useRight('manage-people');
  const slash = target.indexOf('/');
  const [kind, id] = [target.slice(0, slash), target.slice(slash + 1)];
  const guest = kind === 'guest' ? guests?.find(({ vmid }) => String(vmid) === id) : undefined;
  const to = guest
    ? guestPath(guest)
    : kind === 'operation' || kind === 'group'
      ? `/${kind}s/${encodeURIComponent(id)}`
      : kind === 'person' && manages
        ? `/people/${encodeURIComponent(id)}`
        : null;
  const text = guest ? guestTexts.named(guest.vmid, guest.name) : target || formatTexts.none;
  return to === null ? (
    text
  ) : (
    <Anchor component={Link} to={to} size="sm">
      {text}
    </Anchor>
  );
}
