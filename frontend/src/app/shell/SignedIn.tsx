import { Container } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Navigate, useLocation } from 'react-router';
import { news } from '@/app/news';
import { meQuery } from '@/features/access/api';
import { accessKeys } from '@/features/access/keys';
import { AccessProvider } from '@/features/access/rights';
import { rightsTexts } from '@/features/access/rightsTexts';
import { LiveProvider } from '@/shared/api/LiveProvider';
import { signedOut, whenSignedOut } from '@/shared/api/signedOut';
import { PersonContext } from '@/shared/list/person';
import { Known } from '@/shared/ui/Known';
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
        <Known query={me} what={rightsTexts.who} height={56}>
          {null}
        </Known>
      </Container>
    );
  }
  return (
    <AccessProvider key={me.data.name} me={me.data}>
      <LiveProvider features={news}>
        <PersonContext value={me.data.name}>
          <Shell />
        </PersonContext>
      </LiveProvider>
    </AccessProvider>
  );
}
