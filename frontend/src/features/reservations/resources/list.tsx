import { Badge, Group, Stack, Text } from '@mantine/core';
import { reservationTexts } from '@/features/reservations/texts';
import { perZone } from '@/features/reservations/time/perZone';
import { amountOf, knownAs, nameOf } from '@/features/reservations/words';
import type { Resource } from '@/shared/api/types';
import { bytes, MIB } from '@/shared/format/bytes';
import { cores } from '@/shared/format/cores';
import { number } from '@/shared/format/percent';
import { formatTexts } from '@/shared/format/texts';
import type { Column, ListOf } from '@/shared/list/column';
import { InNetBox, InService, Next, Now, whoOf } from './cells';
import { resourceTexts } from './texts';

const said = resourceTexts;

export const columnIds = ['name', 'kind', 'state', 'tags', 'capacity', 'now', 'next', 'brief'] as const;
export type ColumnId = (typeof columnIds)[number];

/** What of it can be promised, such as `32 cores × 1.5`. */
export const capacityOf = ({ cores: many, memory, disk, vms, lxc, guests, cores_factor, memory_factor }: Resource): string =>
  [
    many === null ? '' : said.factor(cores(many), number(cores_factor)),
    memory === null ? '' : said.factor(bytes(memory * MIB), number(memory_factor)),
    amountOf({ disk, vms, lxc, guests }),
  ]
    .filter(Boolean)
    .join(', ');

const columnsIn = (zone: string): Column<Resource, ColumnId>[] => [
  {
    id: 'name',
    header: said.columns.name,
    table: 'always',
    card: 'title',
    width: 'minmax(110px, 1fr)',
    sort: ({ name }) => name,
    csv: { name: ({ name }) => name, site: ({ inventory }) => inventory?.site, role: ({ inventory }) => inventory?.role },
    cell: (resource) => (
      <div>
        <Text size="sm" fw={600} py={4} style={{ overflowWrap: 'anywhere' }}>
          {nameOf(resource)}
        </Text>
        <InNetBox resource={resource} />
      </div>
    ),
  },
  {
    id: 'kind',
    header: said.columns.kind,
    width: '85px',
    sort: ({ kind }) => reservationTexts.kinds[kind],
    csv: { kind: ({ kind }) => kind },
    cell: ({ kind }) => reservationTexts.kinds[kind],
  },
  {
    id: 'state',
    header: said.columns.state,
    card: 'state',
    width: 'minmax(130px, 1fr)',
    sort: ({ out_of_service }) => (out_of_service === null ? 0 : 1),
    csv: { out_of_service: ({ out_of_service }) => out_of_service, expected_back: ({ expected_back }) => expected_back },
    cell: (resource) => <InService resource={resource} zone={zone} />,
  },
  {
    id: 'tags',
    header: said.columns.tags,
    card: 'none',
    width: 'minmax(75px, 1fr)',
    table: 'wide',
    sort: ({ tags }) => tags.join(),
    csv: { tags: ({ tags }) => tags },
    cell: ({ tags }) => (
      <Group component="span" gap={4}>
        {tags.map((tag) => (
          <Badge key={tag} variant="default" tt="none" size="sm">
            {tag}
          </Badge>
        ))}
      </Group>
    ),
  },
  {
    id: 'capacity',
    header: said.columns.capacity,
    card: 'none',
    width: 'minmax(120px, 1fr)',
    table: 'wide',
    sort: ({ cores: many }) => many,
    csv: {
      cores: ({ cores: many }) => many,
      memory: ({ memory }) => memory,
      disk: ({ disk }) => disk,
      vms: ({ vms }) => vms,
      lxc: ({ lxc }) => lxc,
      guests: ({ guests }) => guests,
      cores_factor: (each) => each.cores_factor,
      memory_factor: (each) => each.memory_factor,
    },
    cell: (resource) => capacityOf(resource) || formatTexts.none,
  },
  {
    id: 'now',
    header: said.columns.now,
    card: 'none',
    width: 'minmax(125px, 1.5fr)',
    sort: ({ now }) => now[0]?.end_dt ?? null,
    csv: { now: ({ now }) => now.map(whoOf).join('; '), until: ({ now }) => now[0]?.end_dt },
    cell: ({ now }) => <Now now={now} zone={zone} />,
  },
  {
    id: 'next',
    header: said.columns.next,
    card: 'none',
    width: 'minmax(125px, 1.5fr)',
    sort: ({ next }) => next?.start_dt ?? null,
    csv: { next: ({ next }) => (next ? whoOf(next) : null), next_start: ({ next }) => next?.start_dt },
    cell: ({ next }) => <Next next={next} zone={zone} />,
  },
  {
    id: 'brief',
    header: said.columns.now,
    table: 'never',
    card: 'block',
    cell: (resource) => (
      <Stack gap={2} fz="sm" mt={4}>
        {[capacityOf(resource), resource.tags.join(', ')].filter(Boolean).join(' · ')}
        <div>
          {said.columns.now}: <Now now={resource.now} zone={zone} />
        </div>
        <div>
          {said.columns.next}: <Next next={resource.next} zone={zone} />
        </div>
      </Stack>
    ),
  },
];

/** What can be reserved, with times in a zone. */
export const resourceList = perZone((zone): ListOf<Resource, ColumnId> => ({
  name: 'reservable',
  label: said.title,
  what: said.what,
  columns: columnsIn(zone),
  idOf: ({ id }) => id,
  nothingYet: { title: said.none, detail: said.noneDetail },
  nothingMatches: said.noMatch,
  // Where there is little room, the last of them stands below the others.
  actionsWidth: 'minmax(150px, 1.5fr)',
}));

/** Whether a resource has a text in its name, its tags, or who has it now or next. */
export function resourceFilter(query: string): (resource: Resource) => boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return (resource) => {
    const { tags, out_of_service, now, next } = resource;
    const text = [nameOf(resource), knownAs(resource), ...tags, out_of_service ?? '', ...now.map(whoOf), next ? whoOf(next) : ''].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  };
}
