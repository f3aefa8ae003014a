import { Chip, Fieldset, Group, List, Stack, Text, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { preview } from '@/features/reservations/api';
import { reservationKeys } from '@/features/reservations/keys';
import { reservationTexts } from '@/features/reservations/texts';
import { date } from '@/features/reservations/time/say';
import { dayOf, momentsOf, type Day, type Wall } from '@/features/reservations/time/wall';
import { problemOf } from '@/shared/api/problem';
import type { ReservationPreview } from '@/shared/api/types';
import { NativeSelectField } from '@/shared/form/choices';
import { NumberField, TextField } from '@/shared/form/fields';
import type { Field } from '@/shared/form/useForm';
import { checkRepeat, nextDates, type Booking } from './booking';
import { orderOf } from './order';
import { weekdayOf, weekdays, type Repeat } from './repeat';
import type { BookingForm } from './useBooking';

const said = reservationTexts.repeat;
const SHOWN = 6;
const PAUSE = 300;
// A dry run needs a title, which may not be typed yet.
const UNTITLED = '…';

/** Without what only the machines themselves are told. */
const open = (booking: Booking): Booking => ({
  ...booking,
  machines: booking.machines.map((set) => ({ ...set, draft: { ...set.draft, password: '' } })),
});

/** What the server says of each date, before anything is booked: asked once all is right, and a moment after it was typed. */
function usePreview(booking: Booking, right: boolean) {
  const wanted = { ...open(booking), title: UNTITLED, notes: '', repeat: { ...booking.repeat, without: [], mode: 'skip' } };
  const [asked] = useDebouncedValue(right ? JSON.stringify(wanted) : '', PAUSE);
  return useQuery({
    queryKey: reservationKeys.preview({ asked }),
    queryFn: async ({ signal }): Promise<ReservationPreview | 'none'> => {
      try {
        return await preview(orderOf(JSON.parse(asked) as Booking), signal);
      } catch (error) {
        if (problemOf(error).type === 'reservation-conflict') {
          return 'none';
        }
        throw error;
      }
    },
    enabled: right && asked !== '',
    staleTime: 0,
  });
}

/** Why a date is refused; null where it is free, undefined where that is not known. */
function refusedOn(day: Day, zone: string, known: ReservationPreview | 'none' | undefined): string | null | undefined {
  return known === 'none' ? reservationTexts.conflict.title : known?.occurrences.find(({ start_dt }) => dayOf(Date.parse(start_dt), zone) === day)?.refused;
}

function Dates({ form }: { form: BookingForm }) {
  const { values } = form;
  const { repeat, start, zone } = values;
  const right = Object.keys(form.faults).every((path) => path === 'title') && Object.keys(checkRepeat(repeat, start)).length === 0;
  const query = usePreview(values, right);
  const { dates, all } = nextDates(values, SHOWN);
  const toggle = (day: Day) => {
    const without = repeat.without.includes(day) ? repeat.without.filter((each) => each !== day) : [...repeat.without, day];
    form.set({ repeat: { ...repeat, without } });
  };
  const refused = query.data === 'none' ? all : (query.data?.occurrences.filter((each) => each.refused !== null).length ?? 0);
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {all > dates.length ? said.nextSome(dates.length, all) : said.next}
      </Text>
      <List size="sm" listStyleType="none" aria-label={said.next}>
        {dates.map((day) => {
          const left = repeat.without.includes(day);
          const why = refusedOn(day, zone, query.data);
          const at = momentsOf(`${day}T12:00`, zone)[0] ?? Date.parse(day);
          return (
            <List.Item key={day}>
              <Group gap="xs" wrap="nowrap">
                <Text size="sm" miw={150} td={left ? 'line-through' : undefined}>
                  {date(at, zone)}
                </Text>
                <Text size="sm" flex={1} c={left ? 'dimmed' : why ? 'var(--bad-text)' : why === null ? 'var(--good-text)' : 'dimmed'}>
                  {left ? said.left : (why ?? (why === null ? said.free : said.unknown))}
                </Text>
                <UnstyledButton
                  fz="sm"
                  py={2}
                  c="var(--mantine-color-anchor)"
                  aria-label={said.leaveOf(date(at, zone))}
                  aria-pressed={left}
                  onClick={() => toggle(day)}
                >
                  {said.leave}
                </UnstyledButton>
              </Group>
            </List.Item>
          );
        })}
      </List>
      <Text size="sm" role="status" c={refused > 0 ? 'var(--bad-text)' : 'dimmed'}>
        {query.isFetching
          ? said.asking
          : query.error
            ? problemOf(query.error).type === 'rule'
              ? problemOf(query.error).detail
              : said.cannot
            : refused > 0
              ? said.refused(refused)
              : ''}
      </Text>
    </Stack>
  );
}

type RuleFieldsProps = {
  fields: { freq: Field<Repeat['freq']>; every: Field<string>; ends: Field<Repeat['ends']>; count: Field<string>; until: Field<string> };
  repeat: Repeat;
  start: Wall;
  set: (repeat: Repeat) => void;
  freqs: Repeat['freq'][];
};

/** A rule by its parts. */
export function RuleFields({ fields, repeat, start, set, freqs }: RuleFieldsProps) {
  const { freq, ends } = repeat;
  return (
    <>
      <Group grow align="flex-start">
        <NativeSelectField field={fields.freq} label={said.label} data={freqs.map((value) => ({ value, label: said.freqs[value] }))} />
        {freq !== 'never' && <NumberField field={fields.every} label={said.every} unit={said.units[freq]} />}
      </Group>
      {freq === 'weekly' && <Weekdays repeat={repeat} start={start} set={(on) => set({ ...repeat, on })} />}
      {freq !== 'never' && (
        <Group grow align="flex-start">
          <NativeSelectField
            field={fields.ends}
            label={said.ends}
            data={(['count', 'until'] as const).map((value) => ({ value, label: said.endings[value] }))}
          />
          {ends === 'count' ? <NumberField field={fields.count} label={said.count} /> : <TextField field={fields.until} type="date" label={said.until} />}
        </Group>
      )}
    </>
  );
}

function Weekdays({ repeat, start, set }: { repeat: Repeat; start: string; set: (on: Repeat['on']) => void }) {
  const on = repeat.on.length > 0 ? repeat.on : [weekdayOf(start.slice(0, 10))];
  return (
    <Fieldset legend={said.on} variant="unstyled">
      <Chip.Group multiple value={on} onChange={(days) => set(weekdays.filter((day) => days.includes(day)))}>
        <Group gap={6}>
          {[...weekdays.slice(1), weekdays[0]].map((day) => (
            <Chip key={day} value={day} size="sm">
              {said.days[day]}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Fieldset>
  );
}

/** How it repeats, with the next dates and which of them are taken. */
export function RepeatFields({ form }: { form: BookingForm }) {
  const { repeat, start } = form.values;
  const fields = {
    freq: form.at('repeat.freq'),
    every: form.at('repeat.every'),
    ends: form.at('repeat.ends'),
    count: form.at('repeat.count'),
    until: form.at('repeat.until'),
  };
  return (
    <Stack gap="xs">
      <RuleFields {...{ fields, repeat, start }} set={(next) => form.set({ repeat: next })} freqs={['never', 'daily', 'weekly']} />
      {repeat.freq !== 'never' && (
        <>
          <NativeSelectField
            field={form.at('repeat.mode')}
            label={said.mode}
            data={(['all', 'skip'] as const).map((value) => ({ value, label: said.modes[value] }))}
          />
          <Dates form={form} />
        </>
      )}
    </Stack>
  );
}
