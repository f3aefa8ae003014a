import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { Me } from '@/shared/api/types';
import { accessKeys } from './keys';

/** Signs in by a call of the API and goes to a page. */
export function useSignIn<T>(call: (proof: T) => Promise<Me>, to: string) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: call,
    onSuccess: (me) => {
      cache.setQueryData(accessKeys.me, me);
      void navigate(to, { replace: true });
    },
  });
}
