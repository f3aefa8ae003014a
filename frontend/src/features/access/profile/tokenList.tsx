import { Text } from '@mantine/core';
import { accessTexts } from '@/features/access/texts';
import type { ApiToken } from '@/shared/api/types';
import type { Column, ListOf } from '@/shared/list/column';
import { Ago, Moment } from '@/shared/ui/Moment';

const said = accessTexts.tokens;

function LastUse({ token: { last_used, last_address } }: { token: ApiToken }) {
  return last_used ? (
    <>
      <Ago at={last_used} /> {last_address && accessTexts.sessions.from(last_address)}
    </>
  ) : (
    said.never
  );
}

const columns: Column<ApiToken>[] = [
  {
    id: 'name',
    header: said.name,
    card: 'title',
    width: 'minmax(120px, 2fr)',
    cell: ({ name }) => (
      <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
        {name}
      </Text>
    ),
  },
  { id: 'role', header: said.role, width: '100px', cell: ({ role }) => accessTexts.roles[role] },
  {
    id: 'ends',
    header: said.ends,
    width: 'minmax(150px, 1fr)',
    labelled: true,
    cell: ({ expires }) => <Moment at={expires} />,
  },
  { id: 'used', header: said.used, width: 'minmax(150px, 1fr)', labelled: true, cell: (token) => <LastUse token={token} /> },
];

/** API tokens: what each is called, what it may do, until when, and when it was used. */
export const tokenList: ListOf<ApiToken> = {
  name: 'tokens',
  label: said.title,
  what: said.what,
  columns,
  idOf: ({ id }) => id,
  nothingYet: { title: said.none },
  actionsWidth: '100px',
};
