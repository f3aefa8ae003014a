import { Suspense } from 'react';
import { useBlocker } from 'react-router';
import { part } from '@/shared/ui/part';
import { isUnsaved } from './unsaved';

const LeaveDialog = part(() => import('./LeaveDialog').then((file) => file.LeaveDialog));

/** Asks before a page is left on which something was typed and not saved. A session that ended is no leaving: drafts outlive it. */
export function LeaveGuard() {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isUnsaved() && currentLocation.pathname !== nextLocation.pathname && nextLocation.pathname !== '/sign-in',
  );
  return blocker.state === 'blocked' ? (
    <Suspense fallback={null}>
      <LeaveDialog stay={blocker.reset} go={blocker.proceed} />
    </Suspense>
  ) : null;
}
