import { Card, Skeleton, Text, Title } from '@mantine/core';
import { accessTexts } from '@/features/access/texts';
import { CannotLoad } from '@/shared/ui/Empty';
import { uiTexts } from '@/shared/ui/texts';
import { boundEverybody, useQuotas } from './api';
import { QuotaForm } from './QuotaForm';

const said = accessTexts.quota;

/** The bounds of everybody who has none of their own. */
export function EverybodysQuota() {
  const quotas = useQuotas();
  return (
    <Card component="section" aria-label={said.everybody}>
      <Title order={2} size="h4">
        {said.everybody}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {said.everybodyDetail}
      </Text>
      {quotas.error && <CannotLoad what={said.what} error={quotas.error} since={quotas.errorUpdatedAt} retry={() => void quotas.refetch()} />}
      {quotas.isPending && <Skeleton h={80} role="status" aria-label={uiTexts.loading(said.what)} />}
      {quotas.data && <QuotaForm quota={quotas.data.everybody} save={boundEverybody} />}
    </Card>
  );
}
