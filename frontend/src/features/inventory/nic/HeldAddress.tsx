import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { nextFreeQuery } from '@/features/inventory/api';
import { problemOf } from '@/shared/api/problem';
import { moment } from '@/shared/format/time';
import { useNow } from '@/shared/format/useNow';
import { useZone } from '@/shared/format/useZone';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { heldQuery } from './api';
import type { FromNetBox, Held, NicPrefix } from './held';
import { nicTexts as said } from './texts';
import { useTake } from './useTake';
import { useWhyNot } from './useWhyNot';

/** Until when it is held, as it was last heard. */
function Until({ id }: { id: string }) {
  const { data } = useQuery({ ...heldQuery(id), enabled: false });
  const now = useNow();
  const [zone] = useZone();
  const at = data?.until ? Date.parse(data.until) : null;
  return <Text size="sm">{at === null ? said.heldAsking : at < now ? said.heldDoubt(moment(at, zone)) : said.heldUntil(moment(at, zone))}</Text>;
}

type Taking = { pending: boolean; why: string | null; take: (address?: string) => void };

function Lost({ held: { address }, taking: { pending, why, take } }: { held: Held; taking: Taking }) {
  return (
    <Alert color="yellow" icon={<IconAlertTriangle />} title={said.lost(address)} role="alert">
      <Text size="sm">{said.lostDetail}</Text>
      <Group gap="xs" mt="xs">
        <GuardedButton size="xs" why={why} loading={pending} aria-label={said.takeAgain(address)} onClick={() => take(address)}>
          {said.again}
        </GuardedButton>
        <GuardedButton size="xs" variant="default" why={why} loading={pending} aria-label={said.anotherThan(address)} onClick={() => take()}>
          {said.another}
        </GuardedButton>
      </Group>
    </Alert>
  );
}

function Standing({ held: { id, address }, taking: { pending, why, take }, give }: { held: Held; taking: Taking; give: () => void }) {
  return (
    <Alert color="green" icon={<IconCircleCheck />} title={said.held(address)} role="status">
      <Until id={id} />
      <Group gap="xs" mt="xs">
        <GuardedButton size="xs" variant="default" why={why} loading={pending} aria-label={said.anotherThan(address)} onClick={() => take()}>
          {said.another}
        </GuardedButton>
        <Button size="xs" variant="default" aria-label={said.giveBack(address)} onClick={give}>
          {said.give}
        </Button>
      </Group>
    </Alert>
  );
}

/** The next free address of a prefix, which can be had. */
function Next({ prefix, taking: { pending, why, take } }: { prefix: NicPrefix; taking: Taking }) {
  const { data, error } = useQuery(nextFreeQuery(prefix.id));
  const next = data?.data.addresses[0];
  const none = data && next === undefined ? (data.data.none_because ?? said.closed.full) : null;
  return (
    <Group gap="sm">
      <Text size="sm" {...(none !== null && { c: 'var(--warn-text)' })}>
        {next === undefined ? (none ?? (error ? problemOf(error).detail : said.nextUnknown)) : said.next(next)}
      </Text>
      {none === null && (
        <GuardedButton size="xs" why={why} loading={pending} aria-label={said.takeOf(prefix.prefix)} onClick={() => take()}>
          {said.take}
        </GuardedButton>
      )}
    </Group>
  );
}

type Props = {
  value: FromNetBox & { prefix: NicPrefix };
  /** What it is for, as NetBox will say. */
  purpose: string;
  change: (next: FromNetBox) => void;
};

/** The address of a prefix that is held, or the next that can be; what was lost is said to be, and can be taken again. */
export function HeldAddress({ value, purpose, change }: Props) {
  const { prefix, held } = value;
  const mutation = useTake(value, purpose, change);
  const taking: Taking = {
    pending: mutation.isPending,
    why: useWhyNot(false),
    take: (address) => mutation.mutate({ prefix, ...(address !== undefined && { address }) }),
  };
  return (
    <>
      {mutation.error && <ProblemAlert error={mutation.error} title={said.notTaken} />}
      {held === null ? (
        <Next prefix={prefix} taking={taking} />
      ) : held.lost ? (
        <Lost held={held} taking={taking} />
      ) : (
        <Standing held={held} taking={taking} give={() => change({ prefix, held: null })} />
      )}
    </>
  );
}
