import { Text } from '@mantine/core';
import { momentOf, type Wall } from '@/features/reservations/time/wall';
import { waitingTexts } from './texts';
import type { Standing } from './usePlace';
import { likelyText } from './words';

const said = waitingTexts.wait;

function textOf(standing: Standing, until: Wall, zone: string): string {
  switch (standing.state) {
    case 'asking':
      return said.asking;
    case 'unknown':
      return said.unknown;
    case 'refused':
      return said.refused(standing.why);
    case 'known': {
      const end = new Date(momentOf(until, zone) ?? 0).toISOString();
      return said.wouldBe(standing.place, likelyText({ ...standing, until: end }, zone));
    }
  }
}

/** Says where a wish would stand, before it is entered. */
export function PlaceLine({ standing, until, zone }: { standing: Standing | undefined; until: Wall; zone: string }) {
  return (
    <Text size="sm" role="status" fw={standing?.state === 'known' ? 600 : undefined} c={standing?.state === 'refused' ? 'var(--bad-text)' : undefined}>
      {standing && textOf(standing, until, zone)}
    </Text>
  );
}
