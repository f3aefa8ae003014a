import { Alert, Anchor, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCalendarEvent } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { reservationQuery } from '@/features/reservations/api';
import { ApprovalCard } from '@/features/reservations/approvals/ApprovalCard';
import { ReservationState } from '@/features/reservations/calendar/State';
import { Actions } from '@/features/reservations/change/Actions';
import { CheckInCard } from '@/features/reservations/checkin/CheckInCard';
import { HandOver } from '@/features/reservations/change/HandOver';
import { endOf } from '@/features/reservations/ending';
import { HistoryCard } from '@/features/reservations/history/HistoryCard';
import { useChanges } from '@/features/reservations/change/useChanges';
import { AtRisk } from '@/features/reservations/risk/AtRisk';
import { reservationTexts } from '@/features/reservations/texts';
import { useZoneOf } from '@/features/reservations/time/useZoneOf';
import { ZoneSwitch } from '@/features/reservations/time/ZoneSwitch';
import { heldOf, isHolding } from '@/features/reservations/time/busy';
import { dayOf } from '@/features/reservations/time/wall';
import { OfferCard } from '@/features/reservations/waiting/OfferCard';
import { fromOf, toOf } from '@/features/reservations/words';
import { problemOf } from '@/shared/api/problem';
import type { Reservation } from '@/shared/api/types';
import { NothingYet } from '@/shared/ui/Empty';
import { Known } from '@/shared/ui/Known';
import { Page } from '@/shared/ui/Page';
import { SectionCard } from '@/shared/ui/SectionCard';
import { Facts } from './Facts';
import { Parts } from './Parts';
import { SeriesCard } from './SeriesCard';
import { Window } from './Window';

const said = reservationTexts.page;

/** Whether what it brings, and so what happens at its end, is not told. */
const isClosed = ({ requester }: Reservation) => requester === null;

function Whole({ reservation, zone }: { reservation: Reservation; zone: string }) {
  const { parts, guests, series, unmoved } = reservation;
  const { from, until } = heldOf(reservation);
  return (
    <Stack>
      {unmoved !== null && (
        <Alert color="yellow" icon={<IconAlertTriangle />} title={reservationTexts.unmoved.title}>
          {reservationTexts.unmoved.detail(unmoved)}
        </Alert>
      )}
      <AtRisk reservation={reservation} zone={zone} />
      {(parts.total > 0 || guests.length > 0) && <Parts reservation={reservation} zone={zone} />}
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Facts reservation={reservation} zone={zone} />
        <Stack>
          <OfferCard reservation={reservation} zone={zone} />
          <CheckInCard reservation={reservation} zone={zone} />
          <ApprovalCard reservation={reservation} zone={zone} />
          {series && <SeriesCard of={reservation} id={series.id} zone={zone} />}
          {isHolding(reservation) && (
            <SectionCard title={said.holds} detail={from < fromOf(reservation) || until > toOf(reservation) ? said.holdsDetail : undefined}>
              <Window reservation={reservation} zone={zone} />
            </SectionCard>
          )}
          {!isClosed(reservation) && isHolding(reservation) && (
            <SectionCard title={said.end}>
              <Text size="sm">{endOf(reservation)}</Text>
            </SectionCard>
          )}
          <HistoryCard id={reservation.id} open={!isClosed(reservation)} zone={zone} />
        </Stack>
      </SimpleGrid>
    </Stack>
  );
}

function Gone({ id }: { id: string }) {
  return (
    <Page title={said.gone(id)}>
      <NothingYet title={said.goneDetail}>
        <Button component={Link} to="/reservations" variant="default">
          {said.toList}
        </Button>
      </NothingYet>
    </Page>
  );
}

/** Leads to what was booked again in place of this page's, as long as that is shown. */
function useFollow() {
  const navigate = useNavigate();
  const shown = useRef(false);
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);
  return useCallback(({ id }: Reservation) => void (shown.current && navigate(`/reservations/${id}`, { replace: true })), [navigate]);
}

function Numbered({ id }: { id: number }) {
  const query = useQuery(reservationQuery(id));
  const { zone } = useZoneOf();
  const { callOff } = useChanges(zone, useFollow());
  const reservation = query.data?.reservation;
  if (query.error && problemOf(query.error).status === 404) {
    return <Gone id={String(id)} />;
  }
  return (
    <Page
      title={reservation?.title ?? reservationTexts.title}
      id={`reservation ${id}`}
      icon={<IconCalendarEvent size={26} aria-hidden />}
      beside={reservation && <ReservationState reservation={reservation} />}
      actions={
        reservation && (
          <Group gap={6}>
            <Actions reservation={reservation} zone={zone} callOff={callOff} />
            <HandOver reservation={reservation} />
          </Group>
        )
      }
    >
      {reservation && (
        <Group justify="space-between" mb="sm" gap="xs">
          <Anchor component={Link} size="sm" to={`/reservations?view=day&date=${dayOf(fromOf(reservation), zone)}`}>
            {said.toCalendar}
          </Anchor>
          <ZoneSwitch at={fromOf(reservation)} />
        </Group>
      )}
      <Known query={query} what={reservationTexts.one}>
        {(known) => <Whole reservation={known.reservation} zone={zone} />}
      </Known>
    </Page>
  );
}

/** One reservation. */
export function Component() {
  const { id = '' } = useParams();
  return /^[1-9]\d{0,14}$/.test(id) ? <Numbered key={id} id={Number(id)} /> : <Gone id={id} />;
}
