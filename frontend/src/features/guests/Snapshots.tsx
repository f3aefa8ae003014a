import { Alert, Button, Card, Group, Stack, Text } from '@mantine/core';
import { IconCamera, IconInfoCircle } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useOutletContext } from 'react-router';
import { useReach } from '@/features/access/rights';
import { operationKeys } from '@/features/operations/api';
import { remember } from '@/features/operations/work/mine';
import { REFRESH } from '@/shared/api/cache';
import { NothingYet } from '@/shared/ui/Empty';
import { Known } from '@/shared/ui/Known';
import type { GuestContext } from './GuestPage';
import { guestKeys } from './keys';
import { LockNotice } from './lock/LockNotice';
import { listSnapshots, removeSnapshot, rollBack, type Snapshot, takeSnapshot } from './page/snapshotApi';
import { RemoveSnapshot, RollBack } from './page/SnapshotDialogs';
import { SnapshotTree } from './page/SnapshotTree';
import { TakeSnapshot } from './page/TakeSnapshot';
import { guestTexts } from './texts';
import { useActive } from './useActive';

const said = guestTexts.snapshots;

/** A guest's snapshots, and what can be done with them. */
export function Component() {
  const { name, detail } = useOutletContext<GuestContext>();
  const [wait, setWait] = useState(true);
  const notice = <LockNotice guest={detail} wait={wait} setWait={setWait} />;
  const cache = useQueryClient();
  const busy = useActive().has(name.vmid);
  const why = useReach().change(name.vmid) ?? (busy ? guestTexts.whyNot.busy : null);
  const [taking, setTaking] = useState(false);
  const [asked, setAsked] = useState<{ what: 'rollback' | 'remove'; snapshot: Snapshot } | null>(null);
  const query = useQuery({
    queryKey: guestKeys.part(name, 'snapshots'),
    queryFn: ({ signal }) => listSnapshots(name, signal),
    refetchInterval: REFRESH,
  });
  const told = {
    onSuccess: ({ operation }: { operation: string }) => {
      remember(operation);
      setTaking(false);
      setAsked(null);
      void cache.invalidateQueries({ queryKey: operationKeys.lists });
    },
  };
  const take = useMutation({ mutationFn: (wanted: Parameters<typeof takeSnapshot>[1]) => takeSnapshot(name, wanted, wait), ...told });
  const back = useMutation({ mutationFn: ({ snapshot, start }: { snapshot: string; start: boolean }) => rollBack(name, snapshot, start, wait), ...told });
  const remove = useMutation({ mutationFn: (snapshot: string) => removeSnapshot(name, snapshot, wait), ...told });
  const data = query.data;
  const running = detail.status !== 'stopped';
  return (
    <Stack>
      <Known query={query} what={said.what} height={160}>
        <Stack>
          {data && !data.possible && (
            <Alert color="yellow" icon={<IconInfoCircle />} title={said.impossible}>
              {data.reason}
            </Alert>
          )}
          {data && (
            <>
              <Group justify="flex-end">
                <Button leftSection={<IconCamera size={18} />} disabled={!data.possible || why !== null} onClick={() => setTaking(true)}>
                  {said.take}
                </Button>
              </Group>
              <Card>
                {data.snapshots.length === 0 ? (
                  <NothingYet title={said.none} detail={said.noneDetail} />
                ) : (
                  <SnapshotTree
                    snapshots={data.snapshots}
                    current={data.current_parent}
                    busy={why !== null}
                    ask={(what, snapshot) => {
                      remove.reset();
                      setAsked({ what, snapshot });
                    }}
                  />
                )}
              </Card>
              {why && (
                <Text size="sm" c="dimmed">
                  {why}
                </Text>
              )}
            </>
          )}
        </Stack>
      </Known>
      {taking && data && (
        <TakeSnapshot
          vmid={name.vmid}
          notice={notice}
          taken={data.snapshots.map((snapshot) => snapshot.name)}
          ram={name.kind === 'vms'}
          running={running}
          close={() => setTaking(false)}
          go={take.mutateAsync}
        />
      )}
      {asked?.what === 'rollback' && (
        <RollBack
          notice={notice}
          snapshot={asked.snapshot}
          running={running}
          close={() => setAsked(null)}
          go={(start) => back.mutateAsync({ snapshot: asked.snapshot.name, start })}
        />
      )}
      {asked?.what === 'remove' && (
        <RemoveSnapshot
          notice={notice}
          snapshot={asked.snapshot}
          error={remove.error}
          pending={remove.isPending}
          close={() => setAsked(null)}
          go={() => remove.mutate(asked.snapshot.name)}
        />
      )}
    </Stack>
  );
}
