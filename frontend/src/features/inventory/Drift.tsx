import { Alert, Anchor, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { FilterInput } from '@/shared/list/FilterInput';
import { List } from '@/shared/list/List';
import { ListTools } from '@/shared/list/ListTools';
import { useWholeList, wholeUrl } from '@/shared/list/useWholeList';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { driftQuery } from './drift/api';
import { driftFilter, driftList } from './drift/list';
import { Mend, type Ordered } from './drift/Mend';
import { driftTexts as said } from './drift/texts';
import { inventoryTexts } from './texts';

const url = wholeUrl(driftList.columns);
const PAGE = 200;

/** What became of the last order. */
function Told({ ordered }: { ordered: Ordered }) {
  return 'error' in ordered ? (
    <ProblemAlert error={ordered.error} title={said.notMended(ordered.name)} />
  ) : (
    <Text size="sm" role="status">
      {said.ordered(ordered.name)}{' '}
      <Anchor component={Link} to={`/operations/${ordered.operation}`} inherit>
        {said.follow}
      </Anchor>
    </Text>
  );
}

/** Where Proxmox and NetBox say different things about guests, and what mends that. */
export function Component() {
  const drift = useQuery(driftQuery);
  const all = drift.data?.data.items;
  const trouble = drift.data?.data.trouble ?? null;
  const [most, setMost] = useState(PAGE);
  const [ordered, setOrdered] = useState<Ordered | null>(null);
  const list = useWholeList(driftList, url, all, driftFilter);
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {said.intro}
      </Text>
      {trouble !== null && (
        <Alert color="yellow" icon={<IconAlertTriangle size={18} />}>
          {said.stale(trouble)}
        </Alert>
      )}
      {all && (
        <Group gap="xs" wrap="nowrap">
          <FilterInput flex={1} size="md" label={said.filter} typed={list.typed} setTyped={list.setTyped} />
          <ListTools of={driftList} rows={list.shown} columns={list.columns} choose={list.choose} />
        </Group>
      )}
      {ordered && <Told ordered={ordered} />}
      <List
        of={driftList}
        query={drift}
        rows={list.shown?.slice(0, most)}
        columns={list.columns}
        order={list}
        clear={list.filtered ? list.clear : null}
        more={list.shown && list.shown.length > most ? { words: inventoryTexts.more, loading: false, go: () => setMost(most + PAGE) } : null}
        actions={(item) => <Mend item={item} told={setOrdered} />}
        aged
        above={
          all &&
          list.shown && (
            <Text size="sm" c="dimmed" role="status">
              {said.count(list.shown.length, all.length)}
            </Text>
          )
        }
      />
    </Stack>
  );
}
