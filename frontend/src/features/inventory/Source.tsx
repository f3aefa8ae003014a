import { Alert, Anchor, Badge, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { NetBoxStatus } from '@/shared/api/types';
import { ago, elsewhere, moment } from '@/shared/format/time';
import { useNow } from '@/shared/format/useNow';
import { useZone } from '@/shared/format/useZone';
import { uiTexts } from '@/shared/ui/texts';
import { statusQuery } from './api';
import { inventoryTexts as said } from './texts';

/** Why the copy may be older than NetBox; null while it is kept up to date. */
export function troubleOf({ reachable, reason, copy }: NetBoxStatus): string | null {
  const troubled = copy?.troubled_at && Date.parse(copy.troubled_at) > Date.parse(copy.read_at) ? copy.trouble : null;
  return troubled ?? (reachable ? null : (reason ?? said.away));
}

/** Where what is shown is from, and when it was read there. */
export function SourceBadge() {
  const { data } = useQuery(statusQuery);
  const now = useNow();
  const [zone] = useZone();
  if (!data?.url) {
    return null;
  }
  const { url, version, simulated, copy } = data;
  const at = copy && Date.parse(copy.read_at);
  const trouble = troubleOf(data);
  const read = (
    <Text
      span
      size="sm"
      c={trouble === null ? undefined : 'var(--warn-text)'}
      title={at === null ? undefined : uiTexts.agoTitle(moment(at, zone), elsewhere(at, zone))}
    >
      {at === null ? said.source : said.sourceRead(ago(at, now))}
    </Text>
  );
  return (
    <Group gap="xs">
      {simulated ? (
        read
      ) : (
        <Anchor href={url} target="_blank" rel="noreferrer" size="sm" title={version === undefined ? said.openNetBox : said.sourceVersion(version)}>
          {read} <IconExternalLink size={14} aria-hidden />
        </Anchor>
      )}
      {simulated && (
        <Badge variant="default" tt="none">
          {said.simulated}
        </Badge>
      )}
    </Group>
  );
}

/** Says why what is shown may be old, in NetBox's own words where it said any. */
export function SourceTrouble() {
  const { data } = useQuery(statusQuery);
  const now = useNow();
  const trouble = data && troubleOf(data);
  return trouble && data.copy ? (
    <Alert color="yellow" icon={<IconAlertTriangle size={18} />} title={said.away} mb="md">
      <Text size="sm">{trouble}</Text>
      <Text size="sm">{said.awayDetail(ago(Date.parse(data.copy.read_at), now))}</Text>
    </Alert>
  ) : null;
}
