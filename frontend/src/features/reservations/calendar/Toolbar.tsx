import { ActionIcon, Button, Checkbox, Group, NativeSelect, SegmentedControl, Text, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconFilter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useRight } from '@/features/access/rights';
import { poolTexts } from '@/features/reservations/pools/texts';
import { reservationTexts as said } from '@/features/reservations/texts';
import { views } from '@/features/reservations/time/span';
import { ZoneSwitch } from '@/features/reservations/time/ZoneSwitch';
import type { Resource } from '@/shared/api/types';
import { FilterInput } from '@/shared/list/FilterInput';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { GhostNote, type Ghost } from './ghost';
import { byKinds, usualStatuses, type Calendar } from './url';

const statuses = ['pending', 'active', 'completed', 'cancelled'] as const;

function Step({ label, go, icon: Icon }: { label: string; go: () => void; icon: typeof IconChevronLeft }) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" size={36} aria-label={label} onClick={go}>
        <Icon size={18} />
      </ActionIcon>
    </Tooltip>
  );
}

/** Where one is in time, and how it is shown. */
function Times({ calendar: { view, title, phone, set, go, goToday }, filters }: { calendar: Calendar; filters: ReactNode }) {
  return (
    <Group justify="space-between" gap="sm" mb="sm">
      <Group gap="xs" wrap="nowrap">
        <Button variant="default" size="sm" onClick={goToday} px="sm" style={{ flex: 'none' }}>
          {said.today}
        </Button>
        <Step label={said.previous} go={() => go(-1)} icon={IconChevronLeft} />
        <Step label={said.next} go={() => go(1)} icon={IconChevronRight} />
        <Text component="h2" fw={650} size={phone ? 'md' : 'lg'} aria-live="polite">
          {title}
        </Text>
      </Group>
      <Group gap="xs" wrap="nowrap" w={phone ? '100%' : undefined}>
        <SegmentedControl
          aria-label={said.view}
          value={view}
          size={phone ? 'xs' : 'sm'}
          flex={phone ? 1 : undefined}
          onChange={(chosen) => set({ view: chosen }, { replace: false })}
          data={views.map((value) => ({ value, label: said.views[value] }))}
        />
        {filters}
      </Group>
    </Group>
  );
}

function LaneChoices({ calendar: { by, whole, set }, openPools }: { calendar: Calendar; openPools: () => void }) {
  const manages = useRight('manage-resources');
  return (
    <>
      <NativeSelect
        aria-label={said.by}
        value={by}
        onChange={(event) => set({ by: event.currentTarget.value as typeof by })}
        data={byKinds.map((value) => ({ value, label: said.byKinds[value] }))}
      />
      <SegmentedControl
        aria-label={said.length}
        value={whole ? 'week' : 'day'}
        onChange={(chosen) => set({ span: chosen })}
        data={(['day', 'week'] as const).map((value) => ({ value, label: said.lengths[value] }))}
      />
      {by === 'pool' && (
        <GuardedButton variant="default" px="sm" why={manages ? null : poolTexts.mayNot} onClick={openPools}>
          {poolTexts.open}
        </GuardedButton>
      )}
    </>
  );
}

/** What of it is shown. */
function Filters({ calendar, resources, openPools }: Pick<Props, 'calendar' | 'resources' | 'openPools'>) {
  const { view, mine, node, status, q, phone, set } = calendar;
  const nodes = resources.filter(({ kind }) => kind === 'node').map(({ name }) => name);
  const offered = node !== '' && !nodes.includes(node) ? [node, ...nodes] : nodes;
  const only = status.length === 1 ? (status[0] ?? '') : status.includes('cancelled') ? 'all' : '';
  const setStatus = (value: string) => set({ status: value === '' ? usualStatuses : value === 'all' ? [...statuses] : [value as (typeof statuses)[number]] });
  return (
    <Group gap="sm" mb="sm" align="center">
      <FilterInput label={said.filter} typed={q} setTyped={(text) => set({ q: text })} flex={phone ? '1 1 100%' : '0 1 220px'} />
      {view === 'lanes' && !phone && <LaneChoices calendar={calendar} openPools={openPools} />}
      <NativeSelect
        aria-label={said.node}
        value={node}
        onChange={(event) => set({ node: event.currentTarget.value })}
        data={[{ value: '', label: said.everyNode }, ...offered.map((value) => ({ value, label: value }))]}
      />
      <NativeSelect
        aria-label={said.status}
        value={only}
        onChange={(event) => setStatus(event.currentTarget.value)}
        data={[
          { value: '', label: said.usual },
          ...statuses.map((value) => ({ value, label: said.statuses[value] })),
          { value: 'all', label: said.withCancelled },
        ]}
      />
      <Checkbox label={said.mine} checked={mine === 'yes'} onChange={(event) => set({ mine: event.currentTarget.checked ? 'yes' : 'no' })} />
    </Group>
  );
}

type Props = {
  calendar: Calendar;
  resources: Resource[];
  ghost: Ghost;
  /** How many are shown; absent until that is known. */
  count: number | undefined;
  /** Whether some are left out. */
  narrowed: boolean;
  openPools: () => void;
};

/** Where one is in time, how it is shown and what of it; on a phone the filters are folded away until one asks for them. */
export function Toolbar({ calendar, resources, ghost, count, narrowed, openPools }: Props) {
  const { phone, span } = calendar;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Times
        calendar={calendar}
        filters={
          phone && (
            <Tooltip label={said.filters}>
              <ActionIcon
                size={44}
                variant={narrowed ? 'light' : 'default'}
                aria-label={said.filters}
                aria-expanded={open}
                onClick={() => setOpen((before) => !before)}
              >
                <IconFilter size={18} />
              </ActionIcon>
            </Tooltip>
          )
        }
      />
      {(!phone || open) && <Filters {...{ calendar, resources, openPools }} />}
      <Group gap="xs" mb={6} justify="space-between">
        <GhostNote ghost={ghost}>{count !== undefined && said.count(count)}</GhostNote>
        {(!phone || open) && <ZoneSwitch at={span.from} />}
      </Group>
    </>
  );
}
