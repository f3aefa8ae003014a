import { Button, Card, Group, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useOutletContext } from 'react-router';
import { LogView } from '@/features/operations/work/LogView';
import { REFRESH } from '@/shared/api/cache';
import { api, body } from '@/shared/api/client';
import type { Task as OneTask } from '@/shared/api/types';
import type { Column, ListOf } from '@/shared/list/column';
import { List } from '@/shared/list/List';
import { Dialog } from '@/shared/ui/Dialog';
import { Known } from '@/shared/ui/Known';
import { Ago } from '@/shared/ui/Moment';
import type { GuestContext } from './GuestPage';
import { guestKeys } from './keys';
import { GuestOperations } from './page/GuestOperations';
import { guestTexts } from './texts';

const said = guestTexts.tasks;
const LINES = 500;

/** The log of a task of Proxmox, page by page from its begin. */
function TaskLog({ node, upid }: { node: string; upid: string }) {
  const log = useInfiniteQuery({
    queryKey: [...guestKeys.task(upid), 'log'],
    queryFn: ({ pageParam, signal }) =>
      body(api.GET('/api/proxmox/tasks/{node}/{upid}/log', { params: { path: { node, upid }, query: { start: pageParam, limit: LINES } }, signal })),
    initialPageParam: 0,
    getNextPageParam: ({ start, lines, total }) => (start + lines.length < total ? start + lines.length : undefined),
  });
  const lines = log.data?.pages.flatMap((page) => page.lines) ?? [];
  const total = log.data?.pages.at(-1)?.total ?? 0;
  return (
    <Known query={log} what={said.log} height={120}>
      <Stack gap="xs">
        <LogView lines={lines} growing={false} name={upid.replaceAll(':', '_')} />
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            {said.lines(lines.length, total)}
          </Text>
          {log.hasNextPage && (
            <Button size="xs" variant="default" loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
              {said.more}
            </Button>
          )}
        </Group>
      </Stack>
    </Known>
  );
}

// The list leaves out what the task's own page tells.
type Task = Omit<OneTask, 'log' | 'progress'>;

const columns = (show: (upid: string) => void): Column<Task>[] => [
  {
    id: 'type',
    header: said.type,
    card: 'title',
    width: 'minmax(130px, 1fr)',
    cell: ({ type, upid }) => (
      <UnstyledButton mih={32} c="var(--mantine-color-anchor)" fz="sm" aria-label={said.show(type)} onClick={() => show(upid)}>
        {type}
      </UnstyledButton>
    ),
  },
  { id: 'user', header: said.user, width: 'minmax(110px, 1fr)', cell: ({ user }) => user },
  { id: 'started', header: said.started, width: '120px', cell: ({ started }) => <Ago at={started} /> },
  { id: 'result', header: said.result, width: 'minmax(150px, 2fr)', cell: ({ exitstatus }) => exitstatus ?? said.running },
];

const taskList = (show: (upid: string) => void): ListOf<Task> => ({
  name: 'tasks',
  label: said.theirs,
  what: said.what,
  columns: columns(show),
  idOf: ({ upid }) => upid,
  nothingYet: { title: said.none, detail: said.noneDetail },
});

/** What was done with a guest: our operations, and every task that Proxmox knows. */
export function Component() {
  const { name, detail } = useOutletContext<GuestContext>();
  const [open, setOpen] = useState<string | null>(null);
  const list = useMemo(() => taskList(setOpen), []);
  const tasks = useQuery({
    queryKey: guestKeys.part(name, 'tasks'),
    queryFn: ({ signal }) =>
      body(api.GET('/api/proxmox/nodes/{node}/tasks', { params: { path: { node: name.node }, query: { vmid: name.vmid, limit: 50 } }, signal })),
    refetchInterval: REFRESH,
  });
  return (
    <Stack>
      <GuestOperations title={said.ours} vmid={name.vmid} name={detail.name} limit={20} />
      <Card>
        <Title order={2} size="h4" mb="xs">
          {said.theirs}
        </Title>
        <List of={list} query={tasks} rows={tasks.data} within="card" />
      </Card>
      <Dialog opened={open !== null} onClose={() => setOpen(null)} size="xl" title={said.log}>
        {open && <TaskLog node={name.node} upid={open} />}
      </Dialog>
    </Stack>
  );
}
