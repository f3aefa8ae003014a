import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useReach } from '@/features/access/rights';
import { useGuests } from '@/features/guests/api';
import { guestTexts } from '@/features/guests/texts';
import { guestPath, type Operation } from '@/shared/api/types';
import { operationTexts } from './texts';

/** Leads to the question before the deletion of what an operation left behind, while it is there and nothing holds it. */
export function DeleteLeft({ operation }: { operation: Operation }) {
  const { change } = useReach();
  const guests = useGuests().data?.data;
  const left = operation.error?.left;
  const there = left && guests?.find(({ vmid, node, type }) => vmid === left.vmid && node === left.node && type === left.type);
  if (!there || left.lock !== null || change(there.vmid) !== null) {
    return null;
  }
  return (
    <Button component={Link} to={`${guestPath(there)}?ask=delete`} variant="default" c="var(--bad-text)" leftSection={<IconTrash size={16} />}>
      {operationTexts.deleteLeft(guestTexts.named(there.vmid, there.name))}
    </Button>
  );
}
