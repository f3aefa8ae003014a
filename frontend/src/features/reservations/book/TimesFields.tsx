import { SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { reservationTexts } from '@/features/reservations/texts';
import { crosses, lengthText, offsetName } from '@/features/reservations/time/say';
import { endAfter, inZone, lengthOf, noteOn, type Typed } from '@/features/reservations/time/typed';
import { useZoneOf, zoneChoices } from '@/features/reservations/time/useZoneOf';
import { momentOf } from '@/features/reservations/time/wall';
import { NativeSelectField } from '@/shared/form/choices';
import { TextField } from '@/shared/form/fields';
import type { Field } from '@/shared/form/useForm';

const said = reservationTexts.form;

type Props = {
  values: Typed;
  fields: { start: Field<string>; end: Field<string>; zone: Field<string> };
  set: (change: Partial<Typed>) => void;
};

/** How long it is, which moves its end. */
function LengthField({ values, set }: Pick<Props, 'values' | 'set'>) {
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && endAfter(values.start, typed, values.zone) === null;
  return (
    <TextInput
      label={`${said.length} (${said.lengthUnit})`}
      value={typed ?? lengthOf(values)}
      error={wrong ? said.lengthRule : undefined}
      autoComplete="off"
      inputMode="text"
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        const end = endAfter(values.start, value, values.zone);
        if (end !== null && value.trim() !== '') {
          set({ end });
        }
      }}
      onBlur={() => setTyped(null)}
    />
  );
}

/** Which zones there are to choose from: the lab's, the reader's own and UTC, beside that in which it is. */
function useZones(now: string) {
  const { zones } = useZoneOf();
  const known = zoneChoices.flatMap((choice) =>
    zones[choice] === null ? [] : [{ value: zones[choice], label: `${zones[choice]} (${reservationTexts.zones[choice]})` }],
  );
  const all = known.some(({ value }) => value === now) ? known : [{ value: now, label: now }, ...known];
  return all.filter(({ value }, index) => all.findIndex((each) => each.value === value) === index);
}

/** Start, end and duration, by the clocks of a zone. */
export function TimesFields({ values, fields, set }: Props) {
  const zones = useZones(values.zone);
  const [from, to] = [momentOf(values.start, values.zone), momentOf(values.end, values.zone)];
  const setStart = (start: string) => {
    // What is moved stays as long as it was.
    const end = endAfter(start, lengthOf(values), values.zone);
    set({ start, ...(end !== null && { end }) });
  };
  return (
    <Stack gap="xs">
      <SimpleGrid cols={{ base: 1, xs: 2 }} verticalSpacing="xs">
        <TextField
          field={{ ...fields.start, set: setStart }}
          type="datetime-local"
          step={900}
          label={said.start}
          required
          description={noteOn(values.start, values.zone)}
        />
        <TextField field={fields.end} type="datetime-local" step={900} label={said.end} required description={noteOn(values.end, values.zone)} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 2 }} verticalSpacing="xs">
        <LengthField values={values} set={set} />
        <NativeSelectField
          field={{ ...fields.zone, set: (zone) => set(inZone(values, zone)) }}
          label={from === null ? said.zone : `${said.zone} (${offsetName(from, values.zone)})`}
          data={zones}
        />
      </SimpleGrid>
      {from !== null && to !== null && crosses(from, to, values.zone) && (
        <Text size="sm" c="var(--warn-text)" role="status">
          {said.offsets(offsetName(from, values.zone), offsetName(to, values.zone))} {said.lasts(lengthText(to - from))}
        </Text>
      )}
    </Stack>
  );
}
