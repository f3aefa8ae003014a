import { Anchor, Group as Row, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useRecentGroups } from '@/features/groups/api';
import { groupTexts as said } from '@/features/groups/texts';
import type { Group } from '@/shared/api/types';
import { Known } from '@/shared/ui/Known';
import { Ago } from '@/shared/ui/Moment';
import { SectionCard } from '@/shared/ui/SectionCard';
import { CancelGroup } from './CancelGroup';
import { badOf, doneOf } from './counts';
import { GroupState } from './GroupState';

function Line({ group }: { group: Group }) {
  const bad = badOf(group.counts);
  return (
    <Row component="li" justify="space-between" gap="sm" mih={36}>
      <Row gap="sm">
        <Anchor component={Link} to={`/groups/${group.id}`} size="sm" fw={600}>
          {group.title}
        </Anchor>
        <GroupState status={group.status} counts={group.counts} />
        <Text size="sm">{said.done(doneOf(group.counts), group.counts.total)}</Text>
        {bad > 0 && (
          <Text size="sm" c="var(--bad-text)">
            {said.bad(bad)}
          </Text>
        )}
      </Row>
      <Row gap="sm">
        <Text size="sm" c="dimmed">
          {group.requested_by} · <Ago at={group.created} />
        </Text>
        <CancelGroup group={group} />
      </Row>
    </Row>
  );
}

/** The latest groups, one line each; nothing where there are none. */
export function RecentGroups() {
  const query = useRecentGroups();
  return query.isPending || query.data?.groups.length === 0 ? null : (
    <SectionCard title={said.title}>
      <Known query={query} what={said.what}>
        {({ groups }) => (
          <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
            {groups.map((group) => (
              <Line key={group.id} group={group} />
            ))}
          </Stack>
        )}
      </Known>
    </SectionCard>
  );
}
