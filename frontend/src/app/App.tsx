import { MantineProvider } from '@mantine/core';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { RouterProvider, type DataRouter } from 'react-router';
import { useRecovery } from '@/shared/api/useRecovery';
import { AnnouncerProvider } from '@/shared/ui/Announcer';
import { colours, theme } from './theme';

type Props = {
  router: DataRouter;
  cache: QueryClient;
  /** Tests have no time for transitions. */
  env?: 'default' | 'test';
};

function Recovery() {
  useRecovery();
  return null;
}

/** Everything that pages stand in. */
export function App({ router, cache, env = 'default' }: Props) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={colours} defaultColorScheme="auto" env={env}>
      <QueryClientProvider client={cache}>
        <Recovery />
        <AnnouncerProvider>
          <RouterProvider router={router} />
        </AnnouncerProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
