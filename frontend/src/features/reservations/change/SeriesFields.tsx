import { Checkbox, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { seriesQuery } from '@/features/reservations/api';
import { once, repeatFrom } from '@/features/reservations/book/repeat';
import { RuleFields } from '@/features/reservations/book/RepeatFields';
import type { Reservation, ReservationChange } from '@/shared/api/types';
import type { useForm } from '@/shared/form/useForm';
import { ScopeChoice } from './ScopeChoice';
import { SeriesPreview } from './SeriesPreview';
import { seriesTexts } from './seriesTexts';
import type { Values } from './values';

type SeriesFieldsProps = {
  form: ReturnType<typeof useForm<Values, never, Reservation>>;
  of: Reservation;
  series: NonNullable<Reservation['series']>;
  changes: ReservationChange;
  zone: string;
};

/** Which dates of its series are meant, how these repeat, and what becomes of each. */
export function SeriesFields({ form, of, series, changes, zone }: SeriesFieldsProps) {
  const { scope, mode, repeat, start } = form.values;
  const sheet = useQuery({ ...seriesQuery(series.id), enabled: scope !== 'this' }).data;
  const known = sheet && repeatFrom(sheet, series.occurrence, scope);
  const parts = {
    freq: form.at('repeat.freq'),
    every: form.at('repeat.every'),
    ends: form.at('repeat.ends'),
    count: form.at('repeat.count'),
    until: form.at('repeat.until'),
  };
  return (
    <Stack gap="xs">
      <ScopeChoice {...{ scope, mode }} setScope={(next) => form.set({ scope: next, repeat: once })} setMode={(next) => form.set({ mode: next })} />
      {scope !== 'this' && (
        <>
          <Checkbox
            label={seriesTexts.repeats}
            checked={repeat.freq !== 'never'}
            disabled={!known}
            onChange={(event) => form.set({ repeat: event.currentTarget.checked && known ? known : once })}
          />
          {repeat.freq !== 'never' && (
            <RuleFields fields={parts} repeat={repeat} start={start} set={(next) => form.set({ repeat: next })} freqs={['daily', 'weekly']} />
          )}
          <SeriesPreview id={of.id} changes={changes} scope={scope} zone={zone} />
        </>
      )}
    </Stack>
  );
}
