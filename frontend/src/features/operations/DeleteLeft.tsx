import { IconTrash } from '@tabler/icons-react';
import { useReach } from '@/features/access/rights';
import { useGuests } from '@/features/guests/api';
import { guestTexts } from '@/features/guests/texts';
import { guestPath, type Operation } from '@/shared/api/types';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { operationTexts } from './texts';

/** Leads to the question before the deletion of what an operation left behind, while it is there and nothing holds it. */
export function DeleteLeft({ operation }: { operation: Operation }) {
  const { change } = useReach();
  const guests = useGuests().data?.data;
  const left = operation.error?.left;
  const there = left && guests?.find(({ vmid, node, type }) => vmid === left.vmid && node === left.node && type === left.type);
  if (!there || left.lock !== null) {
    return null;
  }
  return (
    <GuardedButton why={change(there.vmid)} to={`${guestPath(there)}?ask=delete`} variant="default" c="var(--bad-text)" leftSection={<IconTrash size={16} />}>
      {operationTexts.deleteLeft(guestTexts.named(there.vmid, there.name))}
    </GuardedButton>
  );
}
