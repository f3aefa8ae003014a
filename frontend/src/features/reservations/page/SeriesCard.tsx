import { Anchor, Group, List, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { retrySkipped, seriesQuery } from '@/features/reservations/api';
import { seriesTexts } from '@/features/reservations/change/seriesTexts';
import { reservationKeys } from '@/features/reservations/keys';
import { reservationTexts } from '@/features/reservations/texts';
import { windowText } from '@/features/reservations/time/say';
import type { Reservation, ReservationSeriesSheet } from '@/shared/api/types';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { Known } from '@/shared/ui/Known';
import { notify } from '@/shared/ui/notify';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { SectionCard } from '@/shared/ui/SectionCard';

const said = seriesTexts;
const SHOWN = 6;

type Span = { start_dt: string; end_dt: string };
const spanText = ({ start_dt, end_dt }: Span, zone: string) => windowText(Date.parse(start_dt), Date.parse(end_dt), zone);

function Skipped({ series, of, zone }: { series: ReservationSeriesSheet; of: Reservation; zone: string }) {
  const cache = useQueryClient();
  const mutation = useMutation({
    mutationFn: () => retrySkipped(series.id),
    onSuccess: async ({ tried = [] }) => {
      const booked = tried.filter(({ outcome }) => outcome === 'added').length;
      notify({ title: of.title, message: said.retried(booked, tried.length - booked), color: booked > 0 ? 'green' : 'yellow' });
      await Promise.all([reservationKeys.lists, reservationKeys.everySeries].map((queryKey) => cache.invalidateQueries({ queryKey })));
    },
  });
  const why = of.may.includes('change') ? (of.guests.length > 0 ? said.guests : null) : reservationTexts.page.may;
  return (
    <Stack gap={6}>
      <Text size="sm" fw={600}>
        {said.left}
      </Text>
      <List size="sm" listStyleType="none" aria-label={said.left}>
        {series.skipped.map((each) => (
          <List.Item key={each.start_dt}>
            {spanText(each, zone)}: {each.why}
          </List.Item>
        ))}
      </List>
      {mutation.error && <ProblemAlert error={mutation.error} />}
      <Group>
        <GuardedButton size="xs" variant="default" why={why} loading={mutation.isPending} onClick={() => mutation.mutate()}>
          {said.retry}
        </GuardedButton>
      </Group>
    </Stack>
  );
}

/** The series of a reservation: its next dates, and what of it could not be booked. */
export function SeriesCard({ of, id, zone }: { of: Reservation; id: number; zone: string }) {
  const query = useQuery(seriesQuery(id));
  return (
    <SectionCard title={said.title}>
      <Known query={query} what={said.what} height={80}>
        {(series) => {
          const coming = series.dates.filter(({ status }) => status === 'pending');
          return (
            <Stack gap="xs">
              <Text size="sm">{said.dates(series.dates.filter(({ status }) => status !== 'cancelled').length, coming.length)}</Text>
              {coming.length > 0 && (
                <List size="sm" listStyleType="none" aria-label={said.preview}>
                  {coming.slice(0, SHOWN).map((each) => (
                    <List.Item key={each.reservation}>
                      {each.reservation === of.id ? (
                        <Text size="sm" span fw={600} aria-current="true">
                          {spanText(each, zone)}
                        </Text>
                      ) : (
                        <Anchor component={Link} size="sm" to={`/reservations/${each.reservation}`}>
                          {spanText(each, zone)}
                        </Anchor>
                      )}
                    </List.Item>
                  ))}
                </List>
              )}
              {series.skipped.length > 0 && <Skipped {...{ series, of, zone }} />}
            </Stack>
          );
        }}
      </Known>
    </SectionCard>
  );
}
