import { Anchor, Group, Progress, Stack, Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconBan, IconCircleCheck, IconCircleX, IconClock, IconLoader, IconPlayerStop } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { partsQuery, repair } from '@/features/reservations/api';
import { readyText } from '@/features/reservations/book/ready';
import { etagOf } from '@/features/reservations/change/useChanges';
import { reservationKeys } from '@/features/reservations/keys';
import { reservationTexts } from '@/features/reservations/texts';
import { when } from '@/features/reservations/time/say';
import { guestPath, type Reservation, type ReservationPart } from '@/shared/api/types';
import { labelOf } from '@/shared/format/label';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { Known } from '@/shared/ui/Known';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { SectionCard } from '@/shared/ui/SectionCard';
import { State, type Tone } from '@/shared/ui/State';

const said = reservationTexts.page;
const ALL = 100;

type PartState = ReservationPart['state'];

// In the order in which they deserve a look.
const looks: Record<PartState, { tone: Tone; icon: typeof IconBan }> = {
  failed: { tone: 'bad', icon: IconCircleX },
  stuck: { tone: 'bad', icon: IconAlertTriangle },
  making: { tone: 'busy', icon: IconLoader },
  none: { tone: 'calm', icon: IconClock },
  ending: { tone: 'busy', icon: IconLoader },
  ready: { tone: 'good', icon: IconCircleCheck },
  resting: { tone: 'calm', icon: IconPlayerStop },
  gone: { tone: 'calm', icon: IconBan },
};
const order = Object.keys(looks) as PartState[];

/** Parts with what is not well first, then by name. */
export const exceptionsFirst = (parts: ReservationPart[]): ReservationPart[] =>
  [...parts].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || a.name.localeCompare(b.name, undefined, { numeric: true }));

// Of what is ending nobody asks any more whether it is ready.
const checked = new Set<PartState>(['none', 'making', 'ready', 'failed']);

const isBad = ({ state }: ReservationPart) => state === 'failed' || state === 'stuck';

type Repair = { why: string | null; pending: boolean; go: (parts?: string[]) => void };

function Row({ part, mend, zone }: { part: ReservationPart; mend: Repair; zone: string }) {
  const { tone, icon: Icon } = looks[part.state];
  const { name, node, type, vmid, state, since, ready, error, waiting } = part;
  return (
    <Table.Tr>
      <Table.Td>
        {node !== null && type !== null && vmid !== null && state !== 'gone' ? (
          <Anchor component={Link} to={guestPath({ node, type, vmid })} size="sm" fw={600}>
            {name}
          </Anchor>
        ) : (
          <Text size="sm" fw={600}>
            {name}
          </Text>
        )}
        <Text size="xs" c="dimmed">
          {[vmid, node].filter((each) => each !== null).join(' · ')}
        </Text>
      </Table.Td>
      <Table.Td>
        <State tone={tone} icon={<Icon />}>
          {labelOf(said.states, state)}
        </State>
        {since !== null && !waiting && state !== 'none' && (
          <Text size="xs" c="dimmed" mt={2}>
            {said.since(when(Date.parse(since), zone))}
          </Text>
        )}
        {waiting && (
          <Text size="sm" c="dimmed" mt={2}>
            {said.waits(waiting.what, when(Date.parse(waiting.since), zone))}
          </Text>
        )}
        {error && (
          <Text size="sm" c="var(--bad-text)" mt={2}>
            {state === 'making' ? said.again(error.message) : error.message}
          </Text>
        )}
        {ready && checked.has(state) && (
          <Text size="xs" c="dimmed" mt={2}>
            {readyText(ready)}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="end">
        {isBad(part) && (
          <GuardedButton size="xs" variant="default" why={mend.why} loading={mend.pending} aria-label={said.repairOf(name)} onClick={() => mend.go([name])}>
            {said.repair}
          </GuardedButton>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** What a reservation brings into being, with what is not well first. */
export function Parts({ reservation, zone }: { reservation: Reservation; zone: string }) {
  const { id, parts, may } = reservation;
  const cache = useQueryClient();
  const query = useQuery(partsQuery(id));
  const mutation = useMutation({
    mutationFn: (names?: string[]) => repair({ id, etag: etagOf(reservation) }, names),
    onSettled: () => cache.invalidateQueries({ queryKey: reservationKeys.one(id) }),
  });
  const mend: Repair = { why: may.includes('repair') ? null : said.may, pending: mutation.isPending, go: (names) => mutation.mutate(names) };
  const ready = said.partsReady(parts.ready, parts.total);
  return (
    <SectionCard title={said.parts}>
      <Known query={query} what={said.partsWhat} height={120}>
        {(all) => (
          <Stack gap="sm">
            <Group justify="space-between">
              <Group gap="sm">
                <Text fw={600}>{ready}</Text>
                {parts.failed > 0 && <Text c="var(--bad-text)">{said.partsFailed(parts.failed)}</Text>}
              </Group>
              {all.filter(isBad).length > 1 && (
                <GuardedButton size="xs" why={mend.why} loading={mutation.isPending} onClick={() => mend.go()}>
                  {said.repairAll}
                </GuardedButton>
              )}
            </Group>
            {mutation.error && <ProblemAlert error={mutation.error} />}
            <Progress value={parts.total > 0 ? (parts.ready / parts.total) * ALL : 0} aria-label={ready} />
            <Table aria-label={said.parts}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{said.part}</Table.Th>
                  <Table.Th>{said.state}</Table.Th>
                  <Table.Th aria-label={said.repair} />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {exceptionsFirst(all).map((part) => (
                  <Row key={part.name} part={part} mend={mend} zone={zone} />
                ))}
              </Table.Tbody>
            </Table>
          </Stack>
        )}
      </Known>
    </SectionCard>
  );
}
