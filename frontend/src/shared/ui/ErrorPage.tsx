import { Alert, Button, Code, Stack, Text } from '@mantine/core';
import { IconBug } from '@tabler/icons-react';
import { useRouteError } from 'react-router';
import { CopyButton } from './CopyButton';
import { browser, heal, NotFetched } from './fetched';
import { Page } from './Page';
import { uiTexts } from './texts';
import { useTries } from './useTries';

/** Stands in place of a page that threw, or whose files could not be loaded. */
export function ErrorPage() {
  const error = useRouteError();
  const away = error instanceof NotFetched;
  const verdict = useTries(away, heal, 'reloads');
  const message = error instanceof Error ? error.message : String(error);
  return (
    <Page title={away ? uiTexts.notFetched : uiTexts.broken}>
      <Alert color="red" icon={<IconBug />} title={away ? uiTexts.notFetchedDetail : uiTexts.brokenDetail} role="alert">
        <Stack align="flex-start" gap="sm">
          {away && (
            <Text size="sm" role="status">
              {uiTexts.healing[verdict ?? 'away']}
            </Text>
          )}
          <Text size="sm">
            <Code>{message}</Code> <CopyButton text={error instanceof Error ? (error.stack ?? message) : message} />
          </Text>
          <Button variant="default" onClick={() => browser.reload()}>
            {away ? uiTexts.retry : uiTexts.reload}
          </Button>
        </Stack>
      </Alert>
    </Page>
  );
}
