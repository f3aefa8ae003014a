import { IconBan } from '@tabler/icons-react';
import { useChangesAll, useMe } from '@/features/access/rights';
import { isActive, useCancelGroups } from '@/features/groups/api';
import { groupTexts } from '@/features/groups/texts';
import type { Group } from '@/shared/api/types';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';

/** Has no more of a group ordered; nothing is lost by it, so nothing is asked first. */
export function CancelGroup({ group }: { group: Pick<Group, 'id' | 'title' | 'status' | 'requested_by' | 'finished'> }) {
  const cancel = useCancelGroups();
  const me = useMe();
  const changesAll = useChangesAll();
  if (!isActive(group)) {
    return null;
  }
  const may = group.requested_by === me.name || changesAll;
  return (
    <>
      {cancel.error && <ProblemAlert error={cancel.error} />}
      <GuardedButton
        why={may ? null : groupTexts.mayNot(group.requested_by)}
        size="xs"
        variant="default"
        leftSection={<IconBan size={16} />}
        loading={cancel.isPending}
        disabled={group.status === 'cancelling'}
        onClick={() => cancel.mutate([group.id])}
        aria-label={groupTexts.cancelNamed(group.title)}
      >
        {group.status === 'cancelling' ? groupTexts.cancelling : groupTexts.cancel}
      </GuardedButton>
    </>
  );
}
