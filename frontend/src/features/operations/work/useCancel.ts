import { useMutation, useQueryClient } from '@tanstack/react-query';
import { operationKeys } from '@/features/operations/api';
import { api, body } from '@/shared/api/client';

/** Asks for an operation to end early. */
export function useCancel() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => body(api.POST('/api/operations/{id}/cancel', { params: { path: { id } }, body: {} })),
    onSuccess: (operation) => {
      cache.setQueryData(operationKeys.one(operation.id), operation);
      void cache.invalidateQueries({ queryKey: operationKeys.lists });
    },
  });
}
