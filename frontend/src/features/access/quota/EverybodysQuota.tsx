import { Known } from '@/shared/ui/Known';
import { SectionCard } from '@/shared/ui/SectionCard';
import { accessTexts } from '@/features/access/texts';
import { boundEverybody, useQuotas } from './api';
import { QuotaForm } from './QuotaForm';

const said = accessTexts.quota;

/** The bounds of everybody who has none of their own. */
export function EverybodysQuota() {
  const quotas = useQuotas();
  return (
    <SectionCard title={said.everybody} detail={said.everybodyDetail}>
      <Known query={quotas} what={said.what} height={80}>
        {({ everybody }) => <QuotaForm of="everybody" quota={everybody} save={boundEverybody} />}
      </Known>
    </SectionCard>
  );
}
