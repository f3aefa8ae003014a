import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { poolsQuery } from '@/features/reservations/api';
import { useResources } from '@/features/reservations/reservable';
import { reservationKeys } from '@/features/reservations/keys';
import { api, body } from '@/shared/api/client';
import type { Pool } from '@/shared/api/types';
import { NativeSelectField } from '@/shared/form/choices';
import { NumberField, TextField } from '@/shared/form/fields';
import { Form, SubmitButton } from '@/shared/form/Form';
import { formTexts } from '@/shared/form/texts';
import { useForm } from '@/shared/form/useForm';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { Dialog } from '@/shared/ui/Dialog';
import { Known } from '@/shared/ui/Known';
import { uiTexts } from '@/shared/ui/texts';
import { poolTexts as said } from './texts';

const MOST = 100_000;

type Typed = { name: string; node: string; vms: string; lxc: string };

const typedOf = (pool: Pool | null): Typed =>
  pool === null
    ? { name: '', node: '', vms: '10', lxc: '20' }
    : { name: pool.name, node: pool.proxmox_node, vms: String(pool.max_vms), lxc: String(pool.max_lxc) };

const isCount = (text: string) => /^\d{1,6}$/.test(text) && Number(text) <= MOST;

const check = ({ name, node, vms, lxc }: Typed): Record<string, string> => ({
  ...(name.trim() === '' && { name: formTexts.needed }),
  ...(node === '' && { node: formTexts.needed }),
  ...(!isCount(vms) && { vms: said.rule }),
  ...(!isCount(lxc) && { lxc: said.rule }),
});

const places: Record<string, string> = { proxmox_node: 'node', max_vms: 'vms', max_lxc: 'lxc' };

/** What a change of pools makes stale. */
function useReread() {
  const cache = useQueryClient();
  return () => Promise.all([reservationKeys.pools, reservationKeys.resources].map((queryKey) => cache.invalidateQueries({ queryKey })));
}

/** Makes a pool, or changes the one that is given. */
function PoolForm({ pool, done }: { pool: Pool | null; done: () => void }) {
  const nodes = (useResources().data ?? []).filter(({ kind }) => kind === 'node').map(({ name }) => name);
  const reread = useReread();
  const form = useForm({
    initial: typedOf(pool),
    check,
    fieldOf: (field) => places[field] ?? field,
    send: ({ name, node, vms, lxc }: Typed) => {
      const told = { name: name.trim(), proxmox_node: node, max_vms: Number(vms), max_lxc: Number(lxc) };
      return body(pool === null ? api.POST('/api/pools', { body: told }) : api.PATCH('/api/pools/{id}', { params: { path: { id: pool.id } }, body: told }));
    },
    done: async () => {
      await reread();
      done();
    },
  });
  return (
    <Form form={form}>
      <Group align="flex-start" grow>
        <TextField field={form.at('name')} label={said.name} required maxLength={64} />
        <NativeSelectField
          field={form.at('node')}
          label={said.node}
          required
          data={[{ value: '', label: '' }, ...nodes.map((value) => ({ value, label: value }))]}
        />
      </Group>
      <Group align="flex-start" grow>
        <NumberField field={form.at('vms')} label={said.vms} />
        <NumberField field={form.at('lxc')} label={said.lxc} />
      </Group>
      <Group justify="flex-end">
        {pool !== null && (
          <Button variant="default" onClick={done}>
            {uiTexts.cancel}
          </Button>
        )}
        <SubmitButton form={form}>{pool === null ? said.make : said.save}</SubmitButton>
      </Group>
    </Form>
  );
}

/** Asks before a pool is removed. */
function Remove({ pool, close }: { pool: Pool; close: () => void }) {
  const reread = useReread();
  const run = async () => {
    await api.DELETE('/api/pools/{id}', { params: { path: { id: pool.id } } });
    await reread();
  };
  return (
    <ConfirmDialog title={said.removeTitle(pool.name)} submit={said.remove} run={run} close={close}>
      <Text size="sm">{said.removeDetail}</Text>
    </ConfirmDialog>
  );
}

/** The pools of all nodes, where operators make and change them. */
export function Pools({ close }: { close: () => void }) {
  const query = useQuery(poolsQuery);
  const [changed, change] = useState<Pool | null>(null);
  const [asked, ask] = useState<Pool | null>(null);
  return (
    <Dialog onClose={close} title={said.title} size="lg">
      <Stack>
        <Text size="sm">{said.detail}</Text>
        <PoolForm key={changed?.id ?? 'new'} pool={changed} done={() => change(null)} />
        <Known query={query} what={said.what} height={80}>
          {(pools) =>
            pools.length === 0 ? (
              <Text size="sm">{said.none}</Text>
            ) : (
              <Table aria-label={said.title}>
                <Table.Tbody>
                  {pools.map((pool) => (
                    <Table.Tr key={pool.id}>
                      <Table.Td>
                        <Text size="sm" fw={600}>
                          {pool.name}
                        </Text>
                        <Text size="xs" c="dimmed">
                          {said.of(pool.proxmox_node, pool.max_vms, pool.max_lxc)}
                        </Text>
                      </Table.Td>
                      <Table.Td ta="end">
                        <Group gap="xs" justify="flex-end">
                          <Button size="xs" variant="default" aria-label={said.changeOf(pool.name)} onClick={() => change(pool)}>
                            {said.change}
                          </Button>
                          <Button size="xs" variant="default" c="var(--bad-text)" aria-label={said.removeOf(pool.name)} onClick={() => ask(pool)}>
                            {said.remove}
                          </Button>
                        </Group>
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            )
          }
        </Known>
      </Stack>
      {asked && <Remove pool={asked} close={() => ask(null)} />}
    </Dialog>
  );
}
