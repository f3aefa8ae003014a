import { QueryObserver, type QueryClient } from '@tanstack/react-query';
import { guestTexts } from '@/features/guests/texts';
import { operationQuery } from '@/features/operations/api';
import { isActive, titleOf } from '@/features/operations/work/words';
import { api, body } from '@/shared/api/client';
import { problemOf } from '@/shared/api/problem';
import type { Operation } from '@/shared/api/types';

const SECONDS = 60;
const LOOK = 3000;

/** Cancels an operation and waits for its end, which may be another: it may succeed meanwhile. */
export async function cancelled(cache: QueryClient, id: string): Promise<Operation> {
  const asked = Date.now();
  try {
    const operation = await body(api.POST('/api/operations/{id}/cancel', { params: { path: { id } }, body: {} }));
    if (!isActive(operation)) {
      return operation;
    }
  } catch (error) {
    if (problemOf(error).type !== 'wrong-state') {
      throw error;
    }
  }
  return new Promise((resolve, reject) => {
    // Being observed it is read again at each of its events, and now and then in case those are cut.
    const observer = new QueryObserver(cache, { ...operationQuery(id), staleTime: 0, refetchInterval: LOOK, refetchIntervalInBackground: true });
    const stop = observer.subscribe(({ data, dataUpdatedAt, error }) => {
      if (data && dataUpdatedAt >= asked && !isActive(data)) {
        end(() => resolve(data));
      } else if (error && !problemOf(error).passing) {
        end(() => reject(error));
      }
    });
    const tooLong = setTimeout(() => {
      const { data } = observer.getCurrentResult();
      end(() => reject(new Error(guestTexts.bulk.notEnded(data ? titleOf(data) : id, SECONDS))));
    }, SECONDS * 1000);
    function end(settle: () => void) {
      clearTimeout(tooLong);
      stop();
      settle();
    }
  });
}
