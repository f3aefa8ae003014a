import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { Me } from '@/shared/api/types';
import { accessKeys } from './keys';

/** Lets somebody in who has signed in, at a page. */
export function useLetIn(to: string): (me: Me) => void | Promise<void> {
  const cache = useQueryClient();
  const navigate = useNavigate();
  return (me) => {
    cache.setQueryData(accessKeys.me, me);
    return navigate(to, { replace: true });
  };
}
