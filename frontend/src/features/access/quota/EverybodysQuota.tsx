import { Skeleton } from '@mantine/core';
import { SectionCard } from '@/shared/ui/SectionCard';
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
    <SectionCard title={said.everybody} detail={said.everybodyDetail}>
      {quotas.error && <CannotLoad what={said.what} error={quotas.error} since={quotas.errorUpdatedAt} retry={() => void quotas.refetch()} />}
      {quotas.isPending && <Skeleton h={80} role="status" aria-label={uiTexts.loading(said.what)} />}
      {quotas.data && <QuotaForm quota={quotas.data.everybody} save={boundEverybody} />}
    </SectionCard>
  );
}
