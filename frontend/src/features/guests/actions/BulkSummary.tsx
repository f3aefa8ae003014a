import { Alert, Anchor, Button, CloseButton, Group, List, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconListCheck } from '@tabler/icons-react';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { useCancelGroups } from '@/features/groups/api';
import { groupTexts } from '@/features/groups/texts';
import { guestTexts } from '@/features/guests/texts';
import { useAnnounce } from '@/shared/ui/Announcer';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { bulkStore, type Item } from './bulkStore';
import { useBulk } from './useBulk';

const said = guestTexts;
const others = ['failed', 'cancelled', 'unknown'] as const satisfies Item['outcome'][];

/** What became of the last action on guests, in one place. */
export function BulkSummary() {
  const { bulk, start } = useBulk();
  const announce = useAnnounce();
  const cancel = useCancelGroups();
  const items = bulk?.items ?? [];
  const ended = (wanted: readonly Item['outcome'][]) => items.filter(({ outcome }) => wanted.includes(outcome));
  const bad = ended(others);
  const failed = ended(['failed']);
  const again = ended(['failed', 'cancelled']);
  const good = ended(['succeeded']).length;
  const done = good + bad.length;
  const over = bulk !== null && done === items.length;
  const action = bulk ? said.actions[bulk.action] : '';
  const counts = others.map((outcome) => [outcome, ended([outcome]).length] as const).filter(([, count]) => count > 0);
  const endWords = counts.map(([outcome, count]) => said.bulk.others[outcome](count));
  const words = over ? said.bulk.done(action, good, endWords) : said.bulk.under(action, done, items.length);
  useEffect(() => {
    if (over) {
      announce(words);
    }
  }, [over, words, announce]);
  // One guest tells its own end.
  if (!bulk || (items.length === 1 && bad.length === 0)) {
    return null;
  }
  return (
    <Alert
      color={failed.length > 0 ? 'red' : bad.length > 0 ? 'yellow' : over ? 'green' : 'blue'}
      icon={bad.length > 0 ? <IconAlertTriangle /> : over ? <IconCircleCheck /> : <IconListCheck />}
      mb="md"
    >
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Text fw={600}>{words}</Text>
        {!over && bulk.groups.length > 0 && (
          <GuardedButton size="xs" variant="default" loading={cancel.isPending} onClick={() => cancel.mutate(bulk.groups)}>
            {groupTexts.cancel}
          </GuardedButton>
        )}
        {over && <CloseButton aria-label={said.bulk.close} onClick={bulkStore.clear} />}
      </Group>
      {cancel.error && <ProblemAlert error={cancel.error} />}
      <Group gap="sm">
        {bulk.groups.map((group, index) => (
          <Anchor key={group} size="sm" component={Link} to={`/groups/${group}`}>
            {said.bulk.all(index, bulk.groups.length)}
          </Anchor>
        ))}
      </Group>
      {bad.length > 0 && (
        <List size="sm" mah={180} style={{ overflow: 'auto' }}>
          {bad.map(({ guest, operation, reason }) => (
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
      {over && again.length > 0 && (
        <Button
          size="xs"
          mt="xs"
          variant="default"
          onClick={() =>
            start(
              bulk.action,
              again.map(({ guest }) => guest),
              bulk.options,
            )
          }
        >
          {said.bulk.retry(again.length)}
        </Button>
      )}
    </Alert>
  );
}
