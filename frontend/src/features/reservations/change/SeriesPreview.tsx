import { List, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { previewChange, type Scope } from '@/features/reservations/api';
import { reservationKeys } from '@/features/reservations/keys';
import { reservationTexts } from '@/features/reservations/texts';
import { windowText } from '@/features/reservations/time/say';
import { problemOf } from '@/shared/api/problem';
import type { ReservationChange, SeriesDate } from '@/shared/api/types';
import { seriesTexts } from './seriesTexts';

const said = seriesTexts;
const SHOWN = 6;
const PAUSE = 300;

/** What becomes of a date, in a few words. */
function outcomeOf({ outcome, refused }: SeriesDate): string {
  return refused === null ? said.outcomes[outcome] : outcome === 'skipped' ? said.skips(refused) : said.stays(refused);
}

type Props = { id: number; changes: ReservationChange; scope: Scope; zone: string };

/** What a change of a series would make of its next dates, before anything is changed. */
export function SeriesPreview({ id, changes, scope, zone }: Props) {
  const [asked] = useDebouncedValue(JSON.stringify({ id, changes, scope }), PAUSE);
  const nothing = Object.keys(changes).length === 0;
  const query = useQuery({
    queryKey: reservationKeys.change(asked),
    queryFn: ({ signal }) => {
      const { id, changes, scope } = JSON.parse(asked) as Omit<Props, 'zone'>;
      return previewChange(id, changes, scope, signal);
    },
    enabled: !nothing,
    staleTime: 0,
    retry: false,
  });
  const dates = nothing ? [] : (query.data?.series?.dates ?? []);
  const shown = dates.slice(0, SHOWN);
  const refused = dates.filter((each) => each.refused !== null).length;
  const state = nothing
    ? said.none
    : query.isFetching
      ? reservationTexts.repeat.asking
      : query.error
        ? `${said.cannot} ${problemOf(query.error).detail}`
        : refused > 0
          ? said.refused(refused)
          : '';
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {dates.length > shown.length ? said.more(shown.length, dates.length) : said.preview}
      </Text>
      {shown.length > 0 && (
        <List size="sm" listStyleType="none" aria-label={said.preview}>
          {shown.map((each) => (
            <List.Item key={`${each.reservation} ${each.start_dt}`}>
              <Text size="sm" span td={each.outcome === 'called-off' ? 'line-through' : undefined}>
                {windowText(Date.parse(each.start_dt), Date.parse(each.end_dt), zone)}
              </Text>{' '}
              <Text size="sm" span c={each.refused === null ? 'dimmed' : 'var(--bad-text)'}>
                {outcomeOf(each)}
              </Text>
            </List.Item>
          ))}
        </List>
      )}
      <Text size="sm" role="status" c={refused > 0 || query.error ? 'var(--bad-text)' : 'dimmed'}>
        {state}
      </Text>
    </Stack>
  );
}
