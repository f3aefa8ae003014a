import { Container, Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Navigate, useLocation } from 'react-router';
import { news } from '@/app/news';
import { meQuery } from '@/features/access/api';
import { accessKeys } from '@/features/access/keys';
import { AccessProvider } from '@/features/access/rights';
import { accessTexts } from '@/features/access/texts';
import { LiveProvider } from '@/shared/api/LiveProvider';
import { signedOut, whenSignedOut } from '@/shared/api/signedOut';
import { CannotLoad } from '@/shared/ui/Empty';
import { uiTexts } from '@/shared/ui/texts';
import { forget } from './forget';
import { Shell } from './Shell';

/** The pages for those who are signed in; others are led to the sign-in page, and from there back. */
export function SignedIn() {
  const me = useQuery(meQuery);
  const cache = useQueryClient();
  const { pathname, search, hash } = useLocation();
  useEffect(() => {
    const end = whenSignedOut(() => cache.setQueryData(accessKeys.me, null));
    return () => {
      end();
      signedOut();
      forget(cache);
    };
  }, [cache]);
  if (me.data === null) {
    return <Navigate to={`/sign-in?return=${encodeURIComponent(pathname + search + hash)}`} replace />;
  }
  if (!me.data) {
    return (
      <Container py="xl">
        {me.error ? (
          <CannotLoad what={accessTexts.who} error={me.error} since={me.errorUpdatedAt} retry={() => void me.refetch()} />
        ) : (
          <Skeleton h={56} role="status" aria-label={uiTexts.loading(accessTexts.who)} />
        )}
      </Container>
    );
  }
  return (
    <AccessProvider me={me.data}>
      <LiveProvider features={news}>
        <Shell />
      </LiveProvider>
    </AccessProvider>
  );
}
