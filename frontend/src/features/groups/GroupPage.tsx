import { Anchor, Group as Row, Progress, Stack, Table, Text } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { useGuests } from '@/features/guests/api';
import { operationTexts } from '@/features/operations/texts';
import type { Group, GroupMember } from '@/shared/api/types';
import { Known } from '@/shared/ui/Known';
import { Moment } from '@/shared/ui/Moment';
import { Page } from '@/shared/ui/Page';
import { useGroup } from './api';
import { groupTexts as said } from './texts';
import { CancelGroup } from './work/CancelGroup';
import { badOf, doneOf } from './work/counts';
import { GroupState, MemberState } from './work/GroupState';

const ALL = 100;

function Member({ member, known }: { member: GroupMember; known: string | undefined }) {
  const name = [operationTexts.kinds[member.stage === 'start' ? 'start' : member.kind], member.vmid ?? said.unnamed, member.name ?? known, member.node]
    .filter(Boolean)
    .join(' · ');
  return (
    <Table.Tr>
      <Table.Td>
        {member.operation === null ? (
          <Text size="sm">{name}</Text>
        ) : (
          <Anchor component={Link} to={`/operations/${member.operation}`} size="sm">
            {name}
          </Anchor>
        )}
        {member.error && (
          <Text size="sm" c="var(--bad-text)">
            {member.error.message}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <MemberState status={member.status} />
      </Table.Td>
    </Table.Tr>
  );
}

function Whole({ group }: { group: Group }) {
  const { counts, members = [] } = group;
  const done = doneOf(counts);
  const guests = useGuests().data?.data;
  // Whoever has the VMID of a guest that was to be deleted may be another by now.
  const named = (member: GroupMember) => (member.kind === 'delete' ? undefined : guests?.find(({ vmid }) => vmid === member.vmid)?.name);
  return (
    <Stack>
      <Row gap="md">
        <GroupState status={group.status} counts={counts} />
        <Text fw={600}>{said.done(done, counts.total)}</Text>
        {badOf(counts) > 0 && <Text c="var(--bad-text)">{said.bad(badOf(counts))}</Text>}
        <Text size="sm" c="dimmed">
          {said.by} {group.requested_by} · <Moment at={group.created} />
        </Text>
      </Row>
      {counts.failed + counts.cancelled > 0 && (
        <Text size="sm" c="dimmed">
          {said.again}
        </Text>
      )}
      <Progress value={(done / counts.total) * ALL} aria-label={said.done(done, counts.total)} />
      <Table aria-label={said.list}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{said.member}</Table.Th>
            <Table.Th>{said.status}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {members.map((member, number) => (
            // Members keep their places.
            <Member key={number} member={member} known={named(member)} />
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}

/** A group of operations with each of its members. */
export function Component() {
  const { id = '' } = useParams();
  const group = useGroup(id);
  return (
    <Page title={group.data?.title ?? said.title} id={id} actions={group.data && <CancelGroup group={group.data} />}>
      <Known query={group} what={said.one}>
        {(data) => <Whole group={data} />}
      </Known>
    </Page>
  );
}
