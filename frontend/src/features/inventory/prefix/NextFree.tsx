import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { nextFreeQuery } from '@/features/inventory/api';
import { inventoryTexts as said } from '@/features/inventory/texts';
import { problemOf } from '@/shared/api/problem';
import { CopyButton } from '@/shared/ui/CopyButton';

/** The next free address of a prefix, or why there is none; asked for at once, or with a button where many stand in a list. */
export function NextFree({ id, prefix, atOnce = false }: { id: number; prefix: string; atOnce?: boolean }) {
  const [asked, setAsked] = useState(atOnce);
  const { data, error, isPending } = useQuery({ ...nextFreeQuery(id), enabled: asked });
  if (error) {
    return (
      <Text span size="sm" c="var(--bad-text)">
        {problemOf(error).detail}
      </Text>
    );
  }
  if (!asked || isPending) {
    return (
      <Button variant="default" size="compact-sm" loading={asked} aria-label={said.prefixes.showFreeOf(prefix)} onClick={() => setAsked(true)}>
        {said.prefixes.showFree}
      </Button>
    );
  }
  const [next] = data.data.addresses;
  return next === undefined ? (
    <Text span size="sm" c="dimmed">
      {data.data.none_because ?? said.prefixes.noFree}
    </Text>
  ) : (
    <Group component="span" gap={2} wrap="nowrap">
      {next}
      <CopyButton text={next} label={said.prefix.copyFree} />
    </Group>
  );
}
