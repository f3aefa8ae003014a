import { useMutation, useQueryClient } from '@tanstack/react-query';
import { checkIn } from '@/features/reservations/api';
import { reservationKeys } from '@/features/reservations/keys';
import { problemOf } from '@/shared/api/problem';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { notify } from '@/shared/ui/notify';
import { checkInTexts as said } from './texts';

/** Says that one uses what one reserved. */
export function CheckInButton({ reservation: { id, title }, size = 'sm' }: { reservation: { id: number; title: string }; size?: 'xs' | 'sm' }) {
  const cache = useQueryClient();
  const mutation = useMutation({
    // Whatever else was changed meanwhile, somebody is there.
    mutationFn: () => checkIn({ id }),
    onSuccess: () => notify({ title: said.done(title), message: said.doneDetail, color: 'green' }),
    onError: (error) => notify({ title: said.failed(title), message: problemOf(error).detail, color: 'red' }),
    onSettled: () =>
      Promise.all([reservationKeys.lists, reservationKeys.any, reservationKeys.notices].map((queryKey) => cache.invalidateQueries({ queryKey }))),
  });
  return (
    <GuardedButton size={size} loading={mutation.isPending} aria-label={said.actionOf(title)} onClick={() => mutation.mutate()}>
      {said.action}
    </GuardedButton>
  );
}
