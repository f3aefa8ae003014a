import { Button, Card, Group, Stack, Table, Text, Title, UnstyledButton } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useOutletContext } from 'react-router';
import { LogView } from '@/features/operations/work/LogView';
import { REFRESH } from '@/shared/api/cache';
import { api, body } from '@/shared/api/client';
import { Dialog } from '@/shared/ui/Dialog';
import { NothingYet } from '@/shared/ui/Empty';
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

/** What was done with a guest: our operations, and every task that Proxmox knows. */
export function Component() {
  const { name, detail } = useOutletContext<GuestContext>();
  const [open, setOpen] = useState<string | null>(null);
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
        <Known query={tasks} what={said.what}>
          {tasks.data?.length === 0 && <NothingYet title={said.none} detail={said.noneDetail} />}
          {tasks.data && tasks.data.length > 0 && (
            <Table.ScrollContainer minWidth={520}>
              <Table>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{said.type}</Table.Th>
                    <Table.Th>{said.user}</Table.Th>
                    <Table.Th>{said.started}</Table.Th>
                    <Table.Th>{said.result}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {tasks.data.map((task) => (
                    <Table.Tr key={task.upid}>
                      <Table.Td>
                        <UnstyledButton mih={32} c="var(--mantine-color-anchor)" fz="sm" aria-label={said.show(task.type)} onClick={() => setOpen(task.upid)}>
                          {task.type}
                        </UnstyledButton>
                      </Table.Td>
                      <Table.Td>{task.user}</Table.Td>
                      <Table.Td>
                        <Ago at={task.started} />
                      </Table.Td>
                      <Table.Td style={{ overflowWrap: 'anywhere' }}>{task.exitstatus ?? said.running}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )}
        </Known>
      </Card>
      <Dialog opened={open !== null} onClose={() => setOpen(null)} size="xl" title={said.log}>
        {open && <TaskLog node={name.node} upid={open} />}
      </Dialog>
    </Stack>
  );
}
