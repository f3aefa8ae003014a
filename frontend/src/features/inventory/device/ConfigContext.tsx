import { Code, Group, Text } from '@mantine/core';
import { inventoryTexts } from '@/features/inventory/texts';
import type { DevicePage } from '@/shared/api/types';
import { CopyButton } from '@/shared/ui/CopyButton';

const said = inventoryTexts.device;
const INDENT = 2;

/** The config context of a device as NetBox renders it. */
export function ConfigContext({ of }: { of: DevicePage['config_context'] }) {
  if (of === null || Object.keys(of).length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {of === null ? said.noContext : said.emptyContext}
      </Text>
    );
  }
  const text = JSON.stringify(of, null, INDENT);
  return (
    <Group align="flex-start" wrap="nowrap" gap="xs">
      <Code block tabIndex={0} aria-label={said.context} flex={1} style={{ overflow: 'auto', maxHeight: 480 }}>
        {text}
      </Code>
      <CopyButton text={text} label={said.copyContext} />
    </Group>
  );
}
