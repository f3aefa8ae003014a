import { Alert, Button, Code, Stack, Text } from '@mantine/core';
import { IconBug } from '@tabler/icons-react';
import { useRouteError } from 'react-router';
import { texts } from '@/texts/en';
import { CopyButton } from './CopyButton';
import { Page } from './Page';

/** Stands in place of a page that threw, or whose files could not be loaded. */
export function ErrorPage() {
  const error = useRouteError();
  const message = error instanceof Error ? error.message : String(error);
  return (
    <Page title={texts.ui.broken}>
      <Alert color="red" icon={<IconBug />} title={texts.ui.brokenDetail} role="alert">
        <Stack align="flex-start" gap="sm">
          <Text size="sm">
            <Code>{message}</Code> <CopyButton text={error instanceof Error ? (error.stack ?? message) : message} />
          </Text>
          <Button variant="default" onClick={() => location.reload()}>
            {texts.ui.reload}
          </Button>
        </Stack>
      </Alert>
    </Page>
  );
}
