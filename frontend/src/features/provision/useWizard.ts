import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMe, useReach } from '@/features/access/rights';
import { noteUsed } from '@/features/inventory/nic/api';
import { operationKeys } from '@/features/operations/api';
import { remember } from '@/features/operations/work/mine';
import { reservationKeys } from '@/features/reservations/keys';
import { newKey } from '@/shared/api/client';
import { useForm } from '@/shared/form/useForm';
import type { Fields } from '@/shared/form/within';
import { type Draft, draftPlace, emptyDraft, keepSize } from './draft';
import { heldBy } from './families';
import { check, create } from './order';
import { faultsIn, fieldOf, stepOf } from './rules';

export const LAST_EDITED = 3;
const initial = emptyDraft();

/** The form of all steps; `go` leads to one of them. */
export function useWizard(type: Draft['type'] | null, go: (step: number) => void) {
  const { teams } = useMe();
  const { make } = useReach();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const [key] = useState(newKey);
  const form = useForm({
    initial,
    secrets: ['password'],
    check: faultsIn,
    why: make,
    fieldOf,
    has: (path) => (path.split('.')[0] ?? '') in initial,
    send: async (draft) => {
      const made = await create(draft, key);
      keepSize(draft);
      noteUsed(cache, heldBy(draft));
      return made;
    },
    done: (made) => {
      if ('reservation' in made) {
        void cache.invalidateQueries({ queryKey: reservationKeys.lists });
        void cache.invalidateQueries({ queryKey: reservationKeys.resources });
        return navigate(`/reservations/${made.reservation}`);
      }
      remember(made.operation);
      void cache.invalidateQueries({ queryKey: operationKeys.lists });
      return navigate(`/operations/${made.operation}`);
    },
    refused: (paths) => {
      if (paths.length > 0) {
        go(Math.min(...paths.map(stepOf)));
      }
    },
    draft: {
      ...draftPlace,
      // A lock that was not to be waited for was one of that time; and teams may have changed since.
      mend: (kept: Partial<Draft>) => ({
        ...kept,
        wait: true,
        team: teams.includes(kept.team ?? '') ? (kept.team ?? '') : '',
        ...(type !== null && type !== (kept.type ?? initial.type) && { type, template: '', node: '', storage: '' }),
      }),
    },
  });
  return {
    form,
    /** Goes on from a step once nothing is wrong with it, before the review by the server's rules too. */
    leave: (step: number, typed: Partial<Draft> = {}) =>
      void form.attempt(
        async (draft) => {
          if (step === LAST_EDITED) {
            await check(draft);
          }
          go(step + 1);
        },
        typed,
        (path) => stepOf(path) === step,
      ),
  };
}

/** What each step gets. */
export type StepProps = { form: Fields<Draft, 'password'> };
