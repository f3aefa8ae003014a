import { useAllowed } from '@/features/access/api';
import { provisionTexts } from '@/features/provision/texts';
import type { StepProps } from '@/features/provision/useWizard';
import { CheckboxField } from '@/shared/form/fields';

const said = provisionTexts.resources;

/** What only containers have. */
export function ContainerFields({ form: { values: draft, at } }: StepProps) {
  const { operator } = useAllowed(draft.team);
  return draft.type !== 'lxc' ? null : (
    <>
      <CheckboxField
        field={at('unprivileged')}
        label={said.unprivileged}
        description={operator ? undefined : said.privilegedByOperators}
        disabled={!operator && draft.unprivileged}
      />
      <CheckboxField field={at('nesting')} label={said.nesting} />
    </>
  );
}
