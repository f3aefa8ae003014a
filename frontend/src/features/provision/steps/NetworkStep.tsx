import { Stack, Title } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { NicsFields } from '@/features/provision/fields/NicsFields';
import { StorageFields } from '@/features/provision/fields/StorageFields';
import { usePlace } from '@/features/provision/fields/usePlace';
import { isLater, prefixesOf } from '@/features/provision/families';
import { provisionTexts } from '@/features/provision/texts';
import type { StepProps } from '@/features/provision/useWizard';
import { Known } from '@/shared/ui/Known';
import { NodeChoice } from './NodeChoice';
import { WhenFields } from './WhenFields';

const said = provisionTexts.network;

/** Says what cannot be read; what is known stands in the fields. */
function Unread({ query, what }: { query: UseQueryResult; what: string }) {
  return (
    query.error && (
      <Known query={query} what={what}>
        {null}
      </Known>
    )
  );
}

/** Where its disk lies and how it is connected. */
export function NetworkStep({ form }: StepProps) {
  const place = usePlace(form);
  return (
    <Stack>
      <NodeChoice form={form} />
      <Unread query={place.storages} what={said.storages} />
      <Unread query={place.networks} what={said.networks} />
      <StorageFields form={form} place={place} />
      <Title order={3} size="h4">
        {said.nics}
      </Title>
      <NicsFields
        form={form}
        place={place}
        later={isLater(form.values) ? { wanted: (id) => prefixesOf(form.values.nics).filter((prefix) => prefix.id === id).length } : null}
      />
      <WhenFields form={form} />
    </Stack>
  );
}
