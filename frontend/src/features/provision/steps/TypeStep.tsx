import { Stack } from '@mantine/core';
import { IconBox, IconDeviceDesktop, IconDisc, IconTemplate } from '@tabler/icons-react';
import { Choice } from '@/features/provision/Choice';
import { provisionTexts } from '@/features/provision/texts';
import type { StepProps } from '@/features/provision/useWizard';

const said = provisionTexts.type;
const fresh = { template: '', node: '', storage: '' };

/** What is made, and how it begins. */
export function TypeStep({ form: { values, set, at } }: StepProps) {
  return (
    <Stack gap="lg">
      <Choice
        label={said.what}
        field={{ ...at('type'), set: (type) => set({ type: type as 'vm' | 'lxc', ...fresh }) }}
        options={[
          { value: 'vm', title: said.vm, detail: said.vmDetail, icon: <IconDeviceDesktop size={20} aria-hidden /> },
          { value: 'lxc', title: said.lxc, detail: said.lxcDetail, icon: <IconBox size={20} aria-hidden /> },
        ]}
      />
      {values.type === 'vm' && (
        <Choice
          label={said.how}
          field={{ ...at('source'), set: (source) => set({ source: source as 'clone' | 'iso', ...fresh }) }}
          options={[
            { value: 'clone', title: said.clone, detail: said.cloneDetail, icon: <IconTemplate size={20} aria-hidden /> },
            { value: 'iso', title: said.iso, detail: said.isoDetail, icon: <IconDisc size={20} aria-hidden /> },
          ]}
        />
      )}
    </Stack>
  );
}
