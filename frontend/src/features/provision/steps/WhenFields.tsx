import { Stack, Text } from '@mantine/core';
import { IconCalendarEvent, IconPlayerPlay } from '@tabler/icons-react';
import { useRight } from '@/features/access/rights';
import { Choice } from '@/features/provision/Choice';
import type { Slot } from '@/features/provision/draft';
import { provisionTexts } from '@/features/provision/texts';
import type { StepProps } from '@/features/provision/useWizard';
import { EndFields } from '@/features/reservations/book/EndFields';
import { TimesFields } from '@/features/reservations/book/TimesFields';
import { useZoneOf } from '@/features/reservations/time/useZoneOf';
import { wallOf } from '@/features/reservations/time/wall';
import { TextField } from '@/shared/form/fields';

const said = provisionTexts.slot;
const HOUR = 3_600_000;
const USUAL = 2 * HOUR;

/** Whether it is made now or for a reservation, and for which time. */
export function WhenFields({ form: { values: draft, set, at } }: StepProps) {
  const { zone } = useZoneOf();
  const mayBook = useRight('book');
  const { slot } = draft;
  const choose = (when: Slot['when']) => {
    const next = Math.ceil(Date.now() / HOUR) * HOUR + HOUR;
    const usual = slot.start === '' ? { zone, start: wallOf(next, zone), end: wallOf(next + USUAL, zone) } : {};
    set({ slot: { ...slot, ...usual, when } });
  };
  if (!mayBook && slot.when === 'now') {
    return null;
  }
  return (
    <Stack gap="sm">
      <Choice
        label={said.label}
        field={{ ...at('slot.when'), set: (when) => choose(when as Slot['when']) }}
        options={[
          { value: 'now', title: said.now, detail: said.nowDetail, icon: <IconPlayerPlay size={20} aria-hidden /> },
          { value: 'reserved', title: said.reserved, detail: said.reservedDetail, icon: <IconCalendarEvent size={20} aria-hidden /> },
        ]}
      />
      {slot.when === 'reserved' && (
        <>
          <TimesFields
            values={slot}
            fields={{ start: at('slot.start'), end: at('slot.end'), zone: at('slot.zone') }}
            set={(times) => set({ slot: { ...slot, ...times } })}
          />
          <TextField field={at('slot.title')} label={said.title} description={said.titleHint} placeholder={draft.name} maxLength={200} />
          <EndFields end={at('slot.atEnd')} grace={at('slot.grace')} />
          {draft.vmid !== '' && (
            <Text size="sm" c="dimmed">
              {said.vmid}
            </Text>
          )}
        </>
      )}
    </Stack>
  );
}
