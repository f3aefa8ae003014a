import { Alert, Button, Code, Stack, Text } from '@mantine/core';
import { IconBug } from '@tabler/icons-react';
import { useRouteError } from 'react-router';
import { CopyButton } from './CopyButton';
import { NotFetched } from './fetched';
import { Page } from './Page';
import { uiTexts } from './texts';

/** Stands in place of a page that threw, or whose files could not be loaded. */
export function ErrorPage() {
  const error = useRouteError();
  const away = error instanceof NotFetched;
  const message = error instanceof Error ? error.message : String(error);
  return (
    <Page title={away ? uiTexts.away : uiTexts.broken}>
      <Alert color="red" icon={<IconBug />} title={away ? uiTexts.awayDetail : uiTexts.brokenDetail} role="alert">
        <Stack align="flex-start" gap="sm">
          <Text size="sm">
            <Code>{message}</Code> <CopyButton text={error instanceof Error ? (error.stack ?? message) : message} />
          </Text>
          <Button variant="default" onClick={() => location.reload()}>
            {away ? uiTexts.retry : uiTexts.reload}
          </Button>
        </Stack>
      </Alert>
    </Page>
  );
}
