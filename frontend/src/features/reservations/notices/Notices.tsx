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
import { clock, shortWindow } from '@/features/reservations/time/say';
import { useZoneOf } from '@/features/reservations/time/useZoneOf';
import { useEntryOf } from '@/features/reservations/waiting/api';
import { OfferBar } from '@/features/reservations/waiting/OfferBar';
import { wantedText } from '@/features/reservations/waiting/words';
import { api } from '@/shared/api/client';
import type { Notice, NoticeKind } from '@/shared/api/types';
import { useNow } from '@/shared/format/useNow';
import { useMedia } from '@/shared/ui/useMedia';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { noticesQuery } from './api';
import { noticeTexts as said } from './texts';

const MINUTE = 60_000;
const SMALL = '(max-width: 600px)';

const looks: Partial<Record<NoticeKind, { color: string; icon: typeof IconX }>> = {
  ending: { color: 'yellow', icon: IconClockExclamation },
  check_in: { color: 'yellow', icon: IconClockExclamation },
  no_show: { color: 'red', icon: IconCalendarX },
  at_risk: { color: 'orange', icon: IconAlertTriangle },
  degraded: { color: 'orange', icon: IconAlertTriangle },
  refused: { color: 'red', icon: IconCalendarX },
  change_refused: { color: 'red', icon: IconCalendarX },
  cancelled: { color: 'red', icon: IconCalendarX },
};
const usual = { color: 'blue', icon: IconInfoCircle };

/** Until when it is true; without end where nothing ends it but another notice. */
function standsUntil({ kind, check_in_by, reservation }: Notice): number {
  const end = kind === 'ending' ? reservation.end_dt : kind === 'check_in' ? check_in_by : null;
  return end === null ? Infinity : Date.parse(end);
}

const pathOf = ({ reservation }: Notice): string => `/reservations/${reservation.id}`;
const endOf = ({ reservation }: Notice): number => Date.parse(reservation.end_dt);

function sentence(notice: Notice, now: number, zone: string): string {
  const { title, start_dt: from } = notice.reservation;
  if (notice.kind === 'ending') {
    return said.ending(title, clock(endOf(notice), zone), Math.ceil((endOf(notice) - now) / MINUTE));
  }
  if (notice.kind === 'check_in') {
    return untilTexts.notice(title, clock(standsUntil(notice), zone));
  }
  const times = shortWindow(Date.parse(from), endOf(notice), zone);
  return said.happened[notice.kind](title, { by: notice.by, askedBy: notice.asked_by, times });
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
  const { pathname } = useLocation();
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
          {pathname !== pathOf(notice) && (
            <Button size="xs" variant="default" component={Link} to={pathOf(notice)} aria-label={said.openOf(title)}>
              {said.open}
            </Button>
          )}
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

// Pages that show all offers.
const withOffers = ['/', '/reservations/waiting'];
// What the page of a reservation says itself, with what can be done about it.
const onItsPage: NoticeKind[] = ['check_in', 'offered', 'requested', 'at_risk', 'degraded'];

/** Whether what it tells stands on a page anyway. */
const standsOn = (page: string, notice: Notice): boolean =>
  (notice.kind === 'offered' && withOffers.includes(page)) || (onItsPage.includes(notice.kind) && page === pathOf(notice));

/** What one should know of one's reservations, on every page until it is put away or no longer so; on a phone the latest, and the others on demand. */
export function Notices() {
  const notices = useQuery(noticesQuery).data ?? [];
  const now = useNow();
  const { zone } = useZoneOf();
  const { pathname } = useLocation();
  const phone = useMedia(SMALL);
  const [all, setAll] = useState(false);
  // The server says so too, a moment later.
  const standing = notices.filter((notice) => standsUntil(notice) > now && !standsOn(pathname, notice));
  const rest = phone ? standing.length - 1 : 0;
  return (
    <div role="status" aria-label={said.title} aria-atomic="false" aria-relevant="additions">
      {(all || rest <= 0 ? standing : standing.slice(0, 1)).map((notice) =>
        notice.kind === 'offered' ? (
          <OfferNotice key={notice.id} notice={notice} now={now} zone={zone} />
        ) : (
          <Bar key={notice.id} notice={notice} now={now} zone={zone} />
        ),
      )}
      {rest > 0 && (
        <Button fullWidth mb="sm" variant="default" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? said.fewer : said.more(rest)}
        </Button>
      )}
    </div>
  );
}
