import { Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { lastSize, presets, type Size } from '@/features/provision/draft';
import { provisionTexts } from '@/features/provision/texts';
import type { StepProps } from '@/features/provision/useWizard';
import { NativeSelectField } from '@/shared/form/choices';
import { NumberField } from '@/shared/form/fields';
import { bytes, GIB, MIB } from '@/shared/format/bytes';
import { cores } from '@/shared/format/cores';

const said = provisionTexts.resources;

const systems = Object.entries(said.systems).map(([value, label]) => ({ value, label }));

/** How large it is, and what will run inside. */
export function SizeFields({ form: { values: draft, set, at } }: StepProps) {
  const clone = draft.type === 'vm' && draft.source === 'clone';
  const last = lastSize();
  const sizes: [string, Size][] = [
    [said.presets.small, presets.small],
    [said.presets.medium, presets.medium],
    [said.presets.large, presets.large],
    ...(last ? [[said.presets.last, last] as [string, Size]] : []),
  ];
  return (
    <>
      <Group gap="xs" role="group" aria-label={said.preset}>
        {sizes.map(([name, size]) => (
          <Button
            key={name}
            variant="default"
            h="auto"
            py={6}
            onClick={() => set({ cores: String(size.cores), memory: String(size.memory), ...(!clone && { disk: String(size.disk) }) })}
          >
            <Stack gap={0} align="flex-start">
              <span>{name}</span>
              <Text size="xs" c="dimmed" component="span">
                {said.presetDetail(cores(size.cores), bytes(size.memory * MIB), bytes(size.disk * GIB))}
              </Text>
            </Stack>
          </Button>
        ))}
      </Group>
      <SimpleGrid cols={{ base: 2, sm: 4 }}>
        <NumberField field={at('cores')} label={said.cores} required />
        <NumberField field={at('memory')} label={said.memory} required />
        <NumberField field={at('disk')} label={clone ? said.diskClone : said.disk} description={clone ? said.diskCloneHint : undefined} required={!clone} />
        {draft.type === 'lxc' && <NumberField field={at('swap')} label={said.swap} required />}
      </SimpleGrid>
      {draft.type === 'vm' && (
        <NativeSelectField
          field={at('ostype')}
          label={said.system}
          data={[{ value: '', label: clone ? said.systemOfTemplate : said.systems.l26 }, ...systems.filter(({ value }) => clone || value !== 'l26')]}
        />
      )}
    </>
  );
}
