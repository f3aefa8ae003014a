import type { Grant } from '@/shared/api/types';

export const newGrant = (): Grant => ({ role: 'user', scope: 'everywhere', value: null });

/** Whether a grant says within what it holds. */
export const isComplete = ({ scope, value }: Grant): boolean => scope === 'everywhere' || Boolean(value?.trim());
