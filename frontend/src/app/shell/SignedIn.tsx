import { Container, Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Navigate, useLocation } from 'react-router';
import { AccessProvider } from '@/api/access';
import { keys } from '@/api/keys';
import { LiveProvider } from '@/api/LiveProvider';
import { meQuery } from '@/api/queries';
import { signedOut, whenSignedOut } from '@/shared/api/signedOut';
import { CannotLoad } from '@/shared/ui/Empty';
import { uiTexts } from '@/shared/ui/texts';
import { texts } from '@/texts/en';
import { forget } from './forget';
import { Shell } from './Shell';

/** The pages for those who are signed in; others are led to the sign-in page, and from there back. */
export function SignedIn() {
  const me = useQuery(meQuery);
  const cache = useQueryClient();
  const { pathname, search, hash } = useLocation();
  useEffect(() => {
    const end = whenSignedOut(() => cache.setQueryData(keys.me, null));
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
          <CannotLoad what={texts.access.who} error={me.error} since={me.errorUpdatedAt} retry={() => void me.refetch()} />
        ) : (
          <Skeleton h={56} role="status" aria-label={uiTexts.loading(texts.access.who)} />
        )}
      </Container>
    );
  }
  return (
    <AccessProvider me={me.data}>
      <LiveProvider>
        <Shell />
      </LiveProvider>
    </AccessProvider>
  );
}
