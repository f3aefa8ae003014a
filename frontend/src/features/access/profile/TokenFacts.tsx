import { Text } from '@mantine/core';
import { accessTexts } from '@/features/access/texts';
import type { ApiToken } from '@/shared/api/types';
import { Ago, Moment } from '@/shared/ui/Moment';

const said = accessTexts.tokens;

function LastUse({ token: { last_used, last_address } }: { token: ApiToken }) {
  return last_used ? (
    <>
      {said.used} <Ago at={last_used} /> {last_address && accessTexts.sessions.from(last_address)}
    </>
  ) : (
    said.usedNever
  );
}

/** What a token is called, what it may do, until when, and when it was used. */
export function TokenFacts({ token }: { token: ApiToken }) {
  return (
    <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
      <Text fw={600}>{token.name}</Text>
      <Text size="sm" c="dimmed">
        {accessTexts.roles[token.role]} · {said.ends} <Moment at={token.expires} /> · <LastUse token={token} />
      </Text>
    </div>
  );
}
