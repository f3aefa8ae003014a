import { NativeSelect, Radio, Stack, Text } from '@mantine/core';
import type { Scope } from '@/features/reservations/api';
import { reservationTexts } from '@/features/reservations/texts';
import { seriesTexts } from './seriesTexts';

const said = seriesTexts;

export type Mode = 'all' | 'skip';

type Props = { scope: Scope; setScope: (scope: Scope) => void; mode: Mode; setMode: (mode: Mode) => void };

/** Which dates of a series a change is meant for, and what becomes of it where one is taken. */
export function ScopeChoice({ scope, setScope, mode, setMode }: Props) {
  return (
    <Stack gap="xs">
      <Radio.Group label={said.which} value={scope} onChange={setScope}>
        <Stack gap={6} mt={4}>
          {(['this', 'later', 'all'] as const).map((value) => (
            <Radio key={value} value={value} label={said.scopes[value]} />
          ))}
        </Stack>
      </Radio.Group>
      {scope !== 'this' && (
        <>
          <Text size="sm" c="dimmed">
            {said.hint}
          </Text>
          <NativeSelect
            label={reservationTexts.repeat.mode}
            value={mode}
            onChange={(event) => setMode(event.currentTarget.value as Mode)}
            data={(['all', 'skip'] as const).map((value) => ({ value, label: said.modes[value] }))}
          />
        </>
      )}
    </Stack>
  );
}
