import { ActionIcon, Anchor, Badge, Group } from '@mantine/core';
import { IconAlertTriangle, IconBan, IconCircleCheck, IconClock, IconExternalLink } from '@tabler/icons-react';
import { Link } from 'react-router';
import { inventoryTexts as said } from '@/features/inventory/texts';
import { usePagesThere } from '@/features/inventory/usePagesThere';
import type { IpAddress } from '@/shared/api/types';
import { formatTexts } from '@/shared/format/texts';
import { State, type Tone } from '@/shared/ui/State';

const good = ['active'];
const bad = ['offline', 'failed'];
const calm = ['planned', 'deprecated', 'inventory', 'container'];
const icons = { good: IconCircleCheck, bad: IconAlertTriangle, calm: IconBan, busy: IconClock, warn: IconClock } satisfies Record<Tone, unknown>;
const toneOf = (status: string): Tone => (good.includes(status) ? 'good' : bad.includes(status) ? 'bad' : calm.includes(status) ? 'calm' : 'busy');
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** A status as NetBox has it; a lab may have some of its own. */
export function Status({ status, label = capital(status) }: { status: string; label?: string }) {
  const tone = toneOf(status);
  const Icon = icons[tone];
  return (
    <State tone={tone} icon={<Icon />}>
      {label}
    </State>
  );
}

export function Tags({ tags }: { tags: string[] }) {
  return tags.length === 0 ? (
    formatTexts.none
  ) : (
    <Group component="span" gap={4}>
      {tags.map((tag) => (
        <Badge key={tag} variant="default" tt="none" size="sm">
          {tag}
        </Badge>
      ))}
    </Group>
  );
}

/** An object by its name, which leads to its page here, and to NetBox. */
export function Named({ name, to, url }: { name: string; to?: string; url: string | undefined }) {
  const leadsThere = usePagesThere();
  return (
    <Group gap={4} wrap="nowrap" align="center" component="span">
      {to === undefined ? (
        <span style={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{name}</span>
      ) : (
        <Anchor component={Link} to={to} size="sm" fw={600} py={4} style={{ overflowWrap: 'anywhere' }}>
          {name}
        </Anchor>
      )}
      {leadsThere && url !== undefined && (
        <ActionIcon component="a" href={url} target="_blank" rel="noreferrer" variant="subtle" color="gray" size="sm" aria-label={said.atNetBox(name)}>
          <IconExternalLink size={14} aria-hidden />
        </ActionIcon>
      )}
    </Group>
  );
}

/** What an address is assigned to, in words. */
export const assignedWords = ({ assigned_to: to }: IpAddress): string => (to ? [to.name, to.interface].filter(Boolean).join(' ') : '');

/** What an address is assigned to; a device leads to its page. */
export function Assigned({ address }: { address: IpAddress }) {
  const to = address.assigned_to;
  const words = assignedWords(address);
  return to?.kind === 'device' && to.id !== null ? (
    <Anchor component={Link} to={`/inventory/devices/${to.id}`} size="sm">
      {words}
    </Anchor>
  ) : (
    words || said.addresses.unassigned
  );
}
