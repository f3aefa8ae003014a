import { Anchor, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { when, windowText } from '@/features/reservations/time/say';
import { fromOf, toOf } from '@/features/reservations/words';
import type { Reservation } from '@/shared/api/types';
import { Ago } from '@/shared/ui/Moment';
import { SectionCard } from '@/shared/ui/SectionCard';
import { waitingQuery } from './api';
import { approvalTexts as said } from './texts';

/** The change of it that waits, which is not approved by what was said of the reservation before. */
function ChangeCard({ change, zone }: { change: Reservation; zone: string }) {
  return (
    <SectionCard title={said.waits}>
      <Text size="sm">
        {windowText(fromOf(change), toOf(change), zone)}{' '}
        <Anchor component={Link} to={`/reservations/${change.id}`} size="sm">
          {said.show}
        </Anchor>
      </Text>
    </SectionCard>
  );
}

/** What somebody had to approve, and what became of it; apart from that, whether a change waits for that. */
export function ApprovalCard({ reservation, zone }: { reservation: Reservation; zone: string }) {
  const { id, approval, replaces, phase } = reservation;
  const open = reservation.status === 'pending' || reservation.status === 'active';
  const waiting = useQuery({ ...waitingQuery, enabled: open && phase !== 'requested' }).data?.find((each) => each.replaces === id);
  return (
    <>
      {waiting && <ChangeCard change={waiting} zone={zone} />}
      {approval && (
        <SectionCard title={waiting ? said.before : said.why}>
          <Stack gap={4}>
            <Text size="sm">{approval.why}</Text>
            {replaces !== null && (
              <Text size="sm">
                {said.changeOf}{' '}
                <Anchor component={Link} to={`/reservations/${replaces}`} size="sm">
                  {`reservation ${replaces}`}
                </Anchor>
              </Text>
            )}
            {phase === 'requested' && <Text size="sm">{said.lapses(when(Date.parse(approval.approve_by), zone))}</Text>}
            {approval.decision && (
              <Text size="sm">
                {approval.decision.approved ? said.approved(approval.decision.by) : said.refused(approval.decision.by)}, <Ago at={approval.decision.at} />
                {approval.decision.reason !== null && `: ${approval.decision.reason}`}
              </Text>
            )}
          </Stack>
        </SectionCard>
      )}
    </>
  );
}
