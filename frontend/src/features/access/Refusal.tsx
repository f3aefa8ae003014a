import { Text } from '@mantine/core';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { accessTexts } from './texts';

const said = accessTexts.signIn;

/** Why somebody did not get in, and how long to wait where there were too many tries. */
export function Refusal({ error, wait }: { error: unknown; wait: number | null }) {
  return error ? (
    <ProblemAlert error={error}>
      {wait !== null && (
        <Text size="sm" fw={600}>
          {wait > 0 ? said.waitFor(wait) : said.tryNow}
        </Text>
      )}
    </ProblemAlert>
  ) : null;
}
