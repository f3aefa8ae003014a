import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { Link } from 'react-router';
import { endedSinceQuery } from '@/features/operations/api';
import { operationTexts } from '@/features/operations/texts';
import { useAnnounce } from '@/shared/ui/Announcer';
import { notify } from '@/shared/ui/notify';
import { forget, oldestMine, watchMine } from './mine';
import { titleOf } from './words';

/** Tells the end of each operation that this tab ordered, on the screen and to screen readers. */
export function useResults() {
  const since = useSyncExternalStore(watchMine, oldestMine);
  const ended = useQuery({ ...endedSinceQuery(since ?? ''), enabled: since !== null }).data;
  const announce = useAnnounce();
  useEffect(() => {
    for (const operation of ended ?? []) {
      if (forget(operation.id)) {
        const title = titleOf(operation);
        const status = operationTexts.statuses[operation.status];
        announce(operationTexts.said(title, status));
        notify({
          title: status,
          color: operation.status === 'succeeded' ? 'green' : operation.status === 'failed' ? 'red' : 'gray',
          autoClose: operation.status === 'failed' ? 15_000 : 5000,
          message: (
            <Anchor component={Link} to={`/operations/${operation.id}`} size="sm">
              {operation.error ? `${title}: ${operation.error.message}` : title}
            </Anchor>
          ),
        });
      }
    }
  }, [ended, announce]);
}
