import { accessTexts } from '@/features/access/texts';
import type { Grant } from '@/shared/api/types';
import type { Faults } from '@/shared/form/paths';

export const newGrant = (): Grant => ({ role: 'user', scope: 'everywhere', value: null });

/** Whether a grant says within what it holds. */
export const isComplete = ({ scope, value }: Grant): boolean => scope === 'everywhere' || Boolean(value?.trim());

/** What is wrong with grants in a form. */
export const grantFaults = (grants: Grant[]): Faults =>
  Object.fromEntries(grants.flatMap((grant, index) => (isComplete(grant) ? [] : [[`grants.${index}.value`, accessTexts.person.incomplete]])));
