import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { IconCalendarEvent, IconPlus } from '@tabler/icons-react';
import { Suspense, useCallback, useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import * as z from 'zod/mini';
import { useRight } from '@/features/access/rights';
import { useFoundResources } from '@/features/reservations/reservable';
import type { Wish } from '@/features/reservations/book/useBooking';
import { poolTexts } from '@/features/reservations/pools/texts';
import { reservationTexts } from '@/features/reservations/texts';
import { snapped } from '@/features/reservations/time/busy';
import { useZoneOf } from '@/features/reservations/time/useZoneOf';
import { ZoneSwitch } from '@/features/reservations/time/ZoneSwitch';
import type { Resource, ResourceKind } from '@/shared/api/types';
import { FilterInput } from '@/shared/list/FilterInput';
import { List } from '@/shared/list/List';
import { ListTools } from '@/shared/list/ListTools';
import { useWholeList, wholeUrl } from '@/shared/list/useWholeList';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { Page } from '@/shared/ui/Page';
import { part } from '@/shared/ui/part';
import { useUrlState } from '@/shared/url/useUrlState';
import { resourceFilter, resourceList } from './list';
import { RowActions } from './RowActions';
import { resourceTexts as said } from './texts';

const AddDialog = part(() => import('./AddDialog').then((file) => file.AddDialog));
const EditDialog = part(() => import('./EditDialog').then((file) => file.EditDialog));
const BookDialog = part(() => import('@/features/reservations/book/BookDialog').then((file) => file.BookDialog));

const Pools = part(() => import('@/features/reservations/pools/Pools').then((file) => file.Pools));

const HOUR = 3_600_000;
const kindNames = Object.keys(reservationTexts.kinds) as ResourceKind[];
const url = wholeUrl(resourceList('UTC').columns);
const shape = { kind: z.catch(z.union([z.literal(''), z.enum(kindNames)]), ''), q: z.catch(z.string(), '') };

/** What a booking of it begins with: the next hours, and the resource itself where it can be named. */
function wishOf({ kind, name, tags }: Resource, zone: string): Wish {
  const from = snapped(Date.now() + HOUR / 8);
  const time = { from, to: from + 2 * HOUR, zone };
  switch (kind) {
    case 'node':
      return { ...time, node: name };
    case 'guest':
    case 'device':
    case 'vlan':
      return { ...time, what: kind, [kind]: name };
    case 'storage':
    case 'pool':
      return { ...time, what: 'entry', [kind]: name };
    default:
      return { ...time, what: 'any', anyKind: kind as NonNullable<Wish['anyKind']>, tags };
  }
}

/** What can be reserved: what it is, who has it now and next; operators enter and change it here. */
export function Component() {
  const { zone } = useZoneOf();
  const navigate = useNavigate();
  const why = useRight('manage-resources') ? null : said.mayNot;
  const [{ kind, q }, setUrl] = useUrlState(shape);
  const query = useFoundResources(kind, q);
  const of = resourceList(zone);
  const kinds = useMemo(() => [...new Set((query.data ?? []).map((each) => each.kind))], [query.data]);
  const rows = useMemo(() => query.data?.filter((each) => kind === '' || each.kind === kind), [query.data, kind]);
  const tags = useMemo(() => [...new Set((query.data ?? []).flatMap((each) => each.tags))].sort(), [query.data]);
  const list = useWholeList(of, url, rows, resourceFilter);
  const [adding, setAdding] = useState(false);
  const [pools, setPools] = useState(false);
  const [edited, setEdited] = useState<Resource | null>(null);
  const [wish, setWish] = useState<Wish | null>(null);
  const reserve = useCallback((resource: Resource) => setWish(wishOf(resource, zone)), [zone]);
  const actions = useCallback((resource: Resource) => <RowActions resource={resource} why={why} reserve={reserve} edit={setEdited} />, [why, reserve]);
  const clearAll = () => {
    list.clear();
    setUrl({ kind: '' });
  };
  const clear = list.filtered || kind !== '' ? clearAll : null;
  return (
    <Page
      title={said.title}
      actions={
        <Group gap="xs">
          <Button component={Link} to="/reservations" variant="default" leftSection={<IconCalendarEvent size={16} />}>
            {said.toCalendar}
          </Button>
          <GuardedButton variant="default" why={why} onClick={() => setPools(true)}>
            {poolTexts.title}
          </GuardedButton>
          <GuardedButton why={why} leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
            {said.add}
          </GuardedButton>
        </Group>
      }
    >
      <Group mb="sm" gap="xs">
        <FilterInput flex="1 1 180px" label={said.filter} typed={list.typed} setTyped={list.setTyped} />
        <NativeSelect
          aria-label={said.kind}
          value={kind}
          onChange={(event) => setUrl({ kind: event.currentTarget.value as ResourceKind | '' })}
          data={[{ value: '', label: said.everyKind }, ...kinds.map((value) => ({ value, label: kindName(value) }))]}
        />
        <ListTools of={of} rows={list.shown} columns={list.columns} choose={list.choose} />
      </Group>
      <Group justify="flex-end" mb="xs">
        <ZoneSwitch at={query.dataUpdatedAt} />
      </Group>
      {query.many && (
        <Text size="sm" c="dimmed" mb="xs">
          {said.many}
        </Text>
      )}
      <List of={of} query={query} rows={list.shown} columns={list.columns} order={list} clear={clear} actions={actions} />
      <Suspense fallback={null}>
        {adding && <AddDialog tags={tags} close={() => setAdding(false)} />}
        {edited && <EditDialog of={edited} tags={tags} close={() => setEdited(null)} />}
        {pools && <Pools close={() => setPools(false)} />}
        {wish && (
          <BookDialog
            wish={wish}
            close={(booked) => {
              setWish(null);
              if (booked) {
                void navigate(`/reservations/${booked.id}`);
              }
            }}
          />
        )}
      </Suspense>
    </Page>
  );
}

const kindName = (kind: ResourceKind) => reservationTexts.kinds[kind];
