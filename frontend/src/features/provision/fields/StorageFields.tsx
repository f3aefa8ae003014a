import { SimpleGrid } from '@mantine/core';
import { provisionTexts } from '@/features/provision/texts';
import type { StepProps } from '@/features/provision/useWizard';
import { bytes } from '@/shared/format/bytes';
import { NativeSelectField } from '@/shared/form/choices';
import type { Place } from './usePlace';

const said = provisionTexts.network;

/** Where its disk lies. */
export function StorageFields({ form: { values: draft, at }, place: { fitting, foreign, proposed, beside } }: StepProps & { place: Place }) {
  const clone = draft.type === 'vm' && draft.source === 'clone';
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <NativeSelectField
        field={at('storage')}
        label={said.storage}
        description={foreign.length > 0 ? said.storagesNotYours(foreign.map((each) => each.storage)) : undefined}
        data={[
          ...(beside ? [{ value: '', label: said.sameStorage }] : [{ value: '', label: '' }]),
          ...fitting.map((each) => ({ value: each.storage, label: said.storageOption(each.storage, each.type, bytes(each.avail)) })),
        ]}
      />
      {clone && (
        <NativeSelectField
          field={at('copy')}
          label={said.copy}
          data={(['auto', 'linked', 'full'] as const).map((value) => ({ value, label: said.copies[value], disabled: value === 'linked' && proposed !== '' }))}
          description={proposed === '' ? undefined : said.linkedElsewhere}
        />
      )}
    </SimpleGrid>
  );
}
