import { ActionIcon, Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCalendarX, IconClockExclamation, IconInfoCircle, IconX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { reservationQuery } from '@/features/reservations/api';
import { CheckInButton } from '@/features/reservations/checkin/CheckInButton';
import { untilTexts } from '@/features/reservations/checkin/untilTexts';
import { ExtendDialog } from '@/features/reservations/change/ExtendDialog';
import { reservationKeys } from '@/features/reservations/keys';
import { reservationTexts } from '@/features/reservations/texts';
import { clock } from '@/features/reservations/time/say';
import { useZoneOf } from '@/features/reservations/time/useZoneOf';
import { useEntryOf } from '@/features/reservations/waiting/api';
import { OfferBar } from '@/features/reservations/waiting/OfferBar';
import { wantedText } from '@/features/reservations/waiting/words';
import { api } from '@/shared/api/client';
import type { Notice, NoticeKind } from '@/shared/api/types';
import { useNow } from '@/shared/format/useNow';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { noticesQuery } from './api';
import { noticeTexts as said } from './texts';

const MINUTE = 60_000;

const looks: Partial<Record<NoticeKind, { color: string; icon: typeof IconX }>> = {
  ending: { color: 'yellow', icon: IconClockExclamation },
  check_in: { color: 'yellow', icon: IconClockExclamation },
  no_show: { color: 'red', icon: IconCalendarX },
  at_risk: { color: 'orange', icon: IconAlertTriangle },
  degraded: { color: 'orange', icon: IconAlertTriangle },
  refused: { color: 'red', icon: IconCalendarX },
  cancelled: { color: 'red', icon: IconCalendarX },
};
const usual = { color: 'blue', icon: IconInfoCircle };

/** Until when it is true; without end where nothing ends it but another notice. */
function standsUntil({ kind, check_in_by, reservation }: Notice): number {
  const end = kind === 'ending' ? reservation.end_dt : kind === 'check_in' ? check_in_by : null;
  return end === null ? Infinity : Date.parse(end);
}

const endOf = ({ reservation }: Notice): number => Date.parse(reservation.end_dt);

function sentence(notice: Notice, now: number, zone: string): string {
  const { title } = notice.reservation;
  if (notice.kind === 'ending') {
    return said.ending(title, clock(endOf(notice), zone), Math.ceil((endOf(notice) - now) / MINUTE));
  }
  if (notice.kind === 'check_in') {
    return untilTexts.notice(title, clock(standsUntil(notice), zone));
  }
  return said.happened[notice.kind](title, notice.by);
}

/** Lets the reservation of a notice end later, once it has been read. */
function Extend({ id, zone, close }: { id: number; zone: string; close: () => void }) {
  const query = useQuery(reservationQuery(id));
  if (query.data) {
    return <ExtendDialog reservation={query.data.reservation} zone={zone} close={close} />;
  }
  return query.error ? <ProblemAlert error={query.error} retry={() => void query.refetch()} /> : null;
}

type Shown = { notice: Notice; now: number; zone: string };

function usePutAway({ id }: Notice) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => api.POST('/api/notices/{id}/seen', { params: { path: { id } } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: reservationKeys.notices }),
  });
}

function PutAway({ of, title }: { of: ReturnType<typeof usePutAway>; title: string }) {
  return (
    <ActionIcon variant="subtle" color="gray" size={44} my={-8} loading={of.isPending} aria-label={said.putAway(title)} onClick={() => of.mutate()}>
      <IconX size={18} />
    </ActionIcon>
  );
}

/** What is kept for who waited, as long as it is. */
function OfferNotice({ notice, now, zone }: Shown) {
  const { reservation } = notice;
  const putAway = usePutAway(notice);
  const entry = useEntryOf(reservation.id);
  const acceptBy = entry ? Date.parse(entry.offer.accept_by) : null;
  // The server says so too, a moment later.
  return acceptBy !== null && acceptBy <= now ? null : (
    <>
      <OfferBar {...{ reservation, acceptBy, zone }} {...(entry && { what: wantedText(entry.claims) })}>
        <PutAway of={putAway} title={reservation.title} />
      </OfferBar>
      {putAway.error && <ProblemAlert error={putAway.error} />}
    </>
  );
}

function Bar({ notice, now, zone }: Shown) {
  const cache = useQueryClient();
  const [extending, setExtending] = useState(false);
  const { color, icon: Icon } = looks[notice.kind] ?? usual;
  const { id, title } = notice.reservation;
  const putAway = usePutAway(notice);
  return (
    <Alert role="note" mb="sm" py="xs" color={color} icon={<Icon />}>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <Group gap="xs" flex={1}>
          <Text size="sm" flex="1 1 14rem">
            {sentence(notice, now, zone)}
            {notice.reason && ` ${said.why(notice.reason)}`}
          </Text>
          {notice.kind === 'ending' && (
            <GuardedButton size="xs" aria-label={said.extendOf(title)} onClick={() => setExtending(true)}>
              {reservationTexts.extend.action}
            </GuardedButton>
          )}
          {notice.kind === 'check_in' && <CheckInButton reservation={{ id, title }} size="xs" />}
          <Button size="xs" variant="default" component={Link} to={`/reservations/${id}`} aria-label={said.openOf(title)}>
            {said.open}
          </Button>
        </Group>
        <PutAway of={putAway} title={title} />
      </Group>
      {putAway.error && <ProblemAlert error={putAway.error} />}
      {extending && (
        <Extend
          id={id}
          zone={zone}
          close={() => {
            setExtending(false);
            void cache.invalidateQueries({ queryKey: reservationKeys.notices });
          }}
        />
      )}
    </Alert>
  );
}

/** What one should know of one's reservations, on every page until it is put away or no longer so. */
export function Notices() {
  const notices = useQuery(noticesQuery).data ?? [];
  const now = useNow();
  const { zone } = useZoneOf();
  // These have them already.
  const offers = !['/', '/reservations/waiting'].includes(useLocation().pathname);
  // The server says so too, a moment later.
  const standing = notices.filter((notice) => standsUntil(notice) > now && (notice.kind !== 'offered' || offers));
  return (
    <div role="status" aria-label={said.title} aria-atomic="false" aria-relevant="additions">
      {standing.map((notice) =>
        notice.kind === 'offered' ? (
          <OfferNotice key={notice.id} notice={notice} now={now} zone={zone} />
        ) : (
          <Bar key={notice.id} notice={notice} now={now} zone={zone} />
        ),
      )}
    </div>
  );
}
