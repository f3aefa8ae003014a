import { Alert, Anchor, Button, CloseButton, Group, List, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconListCheck } from '@tabler/icons-react';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { useCancelGroup } from '@/features/groups/api';
import { groupTexts } from '@/features/groups/texts';
import { guestTexts } from '@/features/guests/texts';
import { useAnnounce } from '@/shared/ui/Announcer';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { bulkStore } from './bulkStore';
import { useBulk } from './useBulk';

const said = guestTexts;

/** What became of the last action on guests, in one place. */
export function BulkSummary() {
  const { bulk, start } = useBulk();
  const announce = useAnnounce();
  const cancel = useCancelGroup();
  const items = bulk?.items ?? [];
  const failed = items.filter(({ outcome }) => outcome === 'failed');
  const done = items.filter(({ outcome }) => outcome === 'succeeded').length + failed.length;
  const over = bulk !== null && done === items.length;
  const action = bulk ? said.actions[bulk.action] : '';
  const words = over ? said.bulk.done(action, done - failed.length, failed.length) : said.bulk.under(action, done, items.length);
  useEffect(() => {
    if (over) {
      announce(words);
    }
  }, [over, words, announce]);
  // One guest tells its own end.
  if (!bulk || (items.length === 1 && failed.length === 0)) {
    return null;
  }
  return (
    <Alert
      color={failed.length > 0 ? 'red' : over ? 'green' : 'blue'}
      icon={failed.length > 0 ? <IconAlertTriangle /> : over ? <IconCircleCheck /> : <IconListCheck />}
      mb="md"
    >
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Text fw={600}>{words}</Text>
        {!over && bulk.groups.length > 0 && (
          <GuardedButton size="xs" variant="default" loading={cancel.isPending} onClick={() => bulk.groups.forEach((group) => cancel.mutate(group))}>
            {groupTexts.cancel}
          </GuardedButton>
        )}
        {over && <CloseButton aria-label={said.bulk.close} onClick={bulkStore.clear} />}
      </Group>
      {cancel.error && <ProblemAlert error={cancel.error} />}
      {bulk.groups.map((group) => (
        <Anchor key={group} size="sm" component={Link} to={`/groups/${group}`}>
          {said.bulk.all}
        </Anchor>
      ))}
      {failed.length > 0 && (
        <List size="sm" mah={180} style={{ overflow: 'auto' }}>
          {failed.map(({ guest, operation, reason }) => (
            <List.Item key={guest.vmid}>
              {operation ? (
                <Anchor size="sm" component={Link} to={`/operations/${operation}`}>
                  {guestTexts.named(guest.vmid, guest.name)}
                </Anchor>
              ) : (
                guestTexts.named(guest.vmid, guest.name)
              )}
              {reason === null ? null : `: ${reason}`}
            </List.Item>
          ))}
        </List>
      )}
      {over && failed.length > 0 && (
        <Button
          size="xs"
          mt="xs"
          variant="default"
          onClick={() =>
            start(
              bulk.action,
              failed.map(({ guest }) => guest),
              bulk.options,
            )
          }
        >
          {said.bulk.retry(failed.length)}
        </Button>
      )}
    </Alert>
  );
}
