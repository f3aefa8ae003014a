import { Button, Group, Text } from '@mantine/core';
import { when } from '@/features/reservations/time/say';
import { problemOf } from '@/shared/api/problem';
import { approvalTexts as said } from './texts';

type Times = { from: number; to: number };

/** The window with a start or an end that the rules let pass: what begins later stays as long as it was. */
export const passing = ({ from, to }: Times, field: 'start_dt' | 'end_dt', at: number): Times =>
  field === 'end_dt' ? { from, to: at } : { from: at, to: at + (to - from) };

type Props = {
  error: unknown;
  now: Times;
  zone: string;
  use: (times: Times) => void;
};

/** What rules would let pass in place of what was asked, each as a button that fills it in. */
export function Passing({ error, now, zone, use }: Props) {
  const broken = error === undefined || error === null ? [] : problemOf(error).broken;
  const offered = broken.flatMap(({ field, passes }) =>
    passes !== null && (field === 'start_dt' || field === 'end_dt') ? [{ field, at: Date.parse(passes) } as const] : [],
  );
  return offered.length === 0 ? null : (
    <Group gap="xs" role="group" aria-label={said.instead}>
      <Text size="sm">{said.instead}</Text>
      {offered.map(({ field, at }) => (
        <Button key={`${field} ${at}`} size="xs" variant="default" onClick={() => use(passing(now, field, at))}>
          {field === 'end_dt' ? said.end(when(at, zone)) : said.start(when(at, zone))}
        </Button>
      ))}
    </Group>
  );
}
