import { Group, Radio, SimpleGrid, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Field } from '@/shared/form/useForm';
import styles from './Choice.module.css';

export type Option = { value: string; title: string; detail?: ReactNode; icon?: ReactNode; disabled?: boolean; badge?: ReactNode };

type Props = {
  label: string;
  options: Option[];
  field: Field<string>;
  cols?: number;
};

/** One of several, each a card; arrow keys move between them. */
export function Choice({ label, options, field: { id, value, set, error }, cols = 2 }: Props) {
  return (
    <Radio.Group id={id} label={label} value={value} onChange={set} error={error} labelProps={{ fz: 'md', fw: 650, mb: 8 }}>
      <SimpleGrid cols={{ base: 1, xs: Math.min(2, cols), md: cols }} spacing="sm">
        {options.map((option) => (
          <Radio.Card
            key={option.value}
            value={option.value}
            className={styles.choice}
            disabled={option.disabled ?? false}
            data-disabled={option.disabled || undefined}
            aria-label={option.title}
          >
            <Group wrap="nowrap" align="flex-start" gap="sm">
              <Radio.Indicator mt={2} />
              <Stack gap={2} miw={0}>
                <Group gap="xs">
                  {option.icon}
                  <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
                    {option.title}
                  </Text>
                  {option.badge}
                </Group>
                {option.detail && (
                  <Text size="sm" c="dimmed" component="div">
                    {option.detail}
                  </Text>
                )}
              </Stack>
            </Group>
          </Radio.Card>
        ))}
      </SimpleGrid>
    </Radio.Group>
  );
}
