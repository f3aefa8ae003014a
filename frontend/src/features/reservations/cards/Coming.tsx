import { Anchor, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { comingQuery, myNextQuery } from '@/features/reservations/api';
import { titleOf } from '@/features/reservations/blackouts/words';
import { CheckInLine } from '@/features/reservations/checkin/CheckInCard';
import { ReservationState } from '@/features/reservations/calendar/State';
import { AtRisk } from '@/features/reservations/risk/AtRisk';
import { reservationTexts } from '@/features/reservations/texts';
import { lengthText, when, windowText } from '@/features/reservations/time/say';
import { useZoneOf } from '@/features/reservations/time/useZoneOf';
import { Answer } from '@/features/reservations/waiting/Answer';
import { offeredQuery, useEntryOf } from '@/features/reservations/waiting/api';
import { waitingTexts } from '@/features/reservations/waiting/texts';
import { TimeLeft } from '@/features/reservations/waiting/TimeLeft';
import { claimsOf, fromOf, toOf, whoseOf } from '@/features/reservations/words';
import type { Reservation } from '@/shared/api/types';
import { useNow } from '@/shared/format/useNow';
import { Known } from '@/shared/ui/Known';

const said = reservationTexts.cards;
const MINUTE = 60_000;
const DAY = 86_400_000;
const SHOWN = 5;

function Line({ reservation, zone, now }: { reservation: Reservation; zone: string; now: number }) {
  const [from, to] = [fromOf(reservation), toOf(reservation)];
  return (
    <li>
      <Group justify="space-between" gap="0 sm">
        <Anchor component={Link} to={`/reservations/${reservation.id}`} size="sm" fw={600}>
          {titleOf(reservation)}
        </Anchor>
        <Text size="sm">{from <= now ? said.until(when(to, zone)) : when(from, zone)}</Text>
      </Group>
      <Text size="xs" c="dimmed">
        {reservation.kind === 'blackout' ? claimsOf(reservation) : `${claimsOf(reservation)} · ${whoseOf(reservation)}`}
      </Text>
    </li>
  );
}

function Lines({ title, all, zone, now }: { title: string; all: Reservation[]; zone: string; now: number }) {
  return all.length === 0 ? null : (
    <div>
      <Text size="sm" fw={600} mb={4}>
        {title}
      </Text>
      <Stack component="ul" gap={6} m={0} p={0} style={{ listStyle: 'none' }}>
        {all.slice(0, SHOWN).map((each) => (
          <Line key={each.id} reservation={each} zone={zone} now={now} />
        ))}
      </Stack>
      {all.length > SHOWN && (
        <Text size="xs" c="dimmed" mt={4}>
          {said.more(all.length - SHOWN)}
        </Text>
      )}
    </div>
  );
}

/** What is kept for who is signed in until they accept it. */
function MyOffer({ offered, zone }: { offered: Reservation; zone: string }) {
  const entry = useEntryOf(offered.id);
  const now = useNow();
  const acceptBy = entry ? Date.parse(entry.offer.accept_by) : null;
  return acceptBy !== null && acceptBy <= now ? null : (
    <Card component="section" aria-label={waitingTexts.offer.mine}>
      <Group justify="space-between" gap="sm">
        <div>
          <Text size="sm" c="dimmed">
            {waitingTexts.offer.mine}
          </Text>
          <Anchor component={Link} to={`/reservations/${offered.id}`} fw={650} size="lg">
            {offered.title}
          </Anchor>
          <Text size="sm">{claimsOf(offered)}</Text>
        </div>
        <Stack gap={4} align="flex-end">
          <Text size="sm">{windowText(fromOf(offered), toOf(offered), zone)}</Text>
          {acceptBy === null ? <Text size="sm">{waitingTexts.offer.soon}</Text> : <TimeLeft until={acceptBy} zone={zone} />}
          <Answer reservation={offered} />
        </Stack>
      </Group>
    </Card>
  );
}

/** What is kept for who is signed in, and their own reservation that runs, or the next one; nothing where there is none. */
export function MyNext() {
  const offers = useQuery(offeredQuery).data ?? [];
  const { zone } = useZoneOf();
  return (
    <>
      {offers.map((each) => (
        <MyOffer key={each.id} offered={each} zone={zone} />
      ))}
      <Next />
    </>
  );
}

function Next() {
  const mine = useQuery(myNextQuery).data?.find(({ phase }) => phase !== 'offered');
  const now = useNow();
  const { zone } = useZoneOf();
  if (!mine) {
    return null;
  }
  const [from, to] = [fromOf(mine), toOf(mine)];
  const runs = from <= now;
  return (
    <Card component="section" aria-label={runs ? said.mineNow : said.mine}>
      <Group justify="space-between" gap="sm">
        <div>
          <Text size="sm" c="dimmed">
            {runs ? said.mineNow : said.mine}
          </Text>
          <Anchor component={Link} to={`/reservations/${mine.id}`} fw={650} size="lg">
            {mine.title}
          </Anchor>
          <Text size="sm">{claimsOf(mine)}</Text>
        </div>
        <Stack gap={4} align="flex-end">
          <ReservationState reservation={mine} />
          <Text size="sm" fw={600}>
            {runs ? said.ends(lengthText(to - now)) : said.starts(lengthText(from - now))}
          </Text>
          <Text size="xs" c="dimmed">
            {when(runs ? to : from, zone)}
          </Text>
        </Stack>
      </Group>
      <AtRisk reservation={mine} zone={zone} mt="xs" />
      <CheckInLine reservation={mine} zone={zone} mt="xs" />
    </Card>
  );
}

/** What is reserved now and in the next 24 hours, by everybody. */
export function Coming() {
  const now = Math.floor(useNow() / MINUTE) * MINUTE;
  const query = useQuery(comingQuery(now));
  const { zone } = useZoneOf();
  return (
    <Card component="section" aria-label={reservationTexts.title}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {reservationTexts.title}
        </Title>
        <Anchor component={Link} to="/reservations" size="sm">
          {said.all}
        </Anchor>
      </Group>
      <Known query={query} what={reservationTexts.what} height={90}>
        {(all) => {
          const open = all.filter((each) => each.status !== 'completed' && toOf(each) > now);
          const running = open.filter((each) => fromOf(each) <= now);
          const coming = open.filter((each) => fromOf(each) > now && fromOf(each) <= now + DAY);
          return running.length + coming.length === 0 ? (
            <Text size="sm">{said.none}</Text>
          ) : (
            <Stack gap="md">
              <Lines title={said.now} all={running} zone={zone} now={now} />
              <Lines title={said.coming} all={coming} zone={zone} now={now} />
            </Stack>
          );
        }}
      </Known>
    </Card>
  );
}
