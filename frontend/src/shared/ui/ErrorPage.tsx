import { Alert, Button, Code, Stack, Text } from '@mantine/core';
import { IconBug } from '@tabler/icons-react';
import { useRouteError } from 'react-router';
import { CopyButton } from './CopyButton';
import { browser, NotFetched } from './fetched';
import { Page } from './Page';
import { uiTexts } from './texts';
import { useHealing } from './useHealing';

/** Stands in place of a page that threw, or whose files could not be loaded. */
export function ErrorPage() {
  const error = useRouteError();
  const away = error instanceof NotFetched;
  const healing = useHealing(away);
  const message = error instanceof Error ? error.message : String(error);
  return (
    <Page title={away ? uiTexts.notFetched : uiTexts.broken}>
      <Alert color="red" icon={<IconBug />} title={away ? uiTexts.notFetchedDetail : uiTexts.brokenDetail} role="alert">
        <Stack align="flex-start" gap="sm">
          {healing && (
            <Text size="sm" role="status">
              {uiTexts.healing}
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
