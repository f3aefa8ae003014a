import { Code, Group, Text } from '@mantine/core';
import { CopyButton } from '@/shared/ui/CopyButton';

/** A text that is shown only once, to be copied. */
export function Secret({ label, text, copy }: { label: string; text: string; copy: string }) {
  return (
    <div>
      <Text size="sm" fw={600} mb={4}>
        {label}
      </Text>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <Code block flex={1} tabIndex={0} aria-label={label} style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          {text}
        </Code>
        <CopyButton text={text} label={copy} />
      </Group>
    </div>
  );
}
