import { useQuery } from '@tanstack/react-query';
import { Known } from '@/shared/ui/Known';
import { SectionCard } from '@/shared/ui/SectionCard';
import { type HeldKind, heldQuery } from './api';
import { Holders } from './Holders';
import { heldTexts as said } from './texts';

/** Who has one object, on its page. */
export function HeldCard({ kind, id }: { kind: HeldKind; id: number }) {
  const query = useQuery(heldQuery(kind, [id]));
  return (
    <SectionCard title={said.title}>
      <Known query={query} what={said.what} height={24}>
        {([held]) => <Holders now={held?.now ?? []} next={held?.next ?? null} allocation={held?.allocation ?? null} />}
      </Known>
    </SectionCard>
  );
}
