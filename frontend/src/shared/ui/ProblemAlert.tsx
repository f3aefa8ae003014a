import { Alert, Anchor, Button, Code, Group, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconLock, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { problemOf } from '@/shared/api/problem';
import { labelOf } from '@/shared/format/label';
import { CopyButton } from './CopyButton';
import { uiTexts } from './texts';

type Props = {
  error: unknown;
  /** Stands in place of the problem's own title, which then begins the detail. */
  title?: string;
  retry?: () => void;
  children?: ReactNode;
};

/** A problem in full: what it is, what is wrong with each field, which request it was, and what to do. */
export function ProblemAlert({ error, title, retry, children }: Props) {
  const problem = problemOf(error);
  const more = problem.errors.filter(({ detail }) => !problem.detail.includes(detail));
  return (
    <Alert
      {...(problem.status === 403 ? { color: 'yellow', icon: <IconLock /> } : { color: 'red', icon: <IconAlertTriangle /> })}
      title={title ?? problem.title}
      role="alert"
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{title ? `${problem.title}. ${problem.detail}` : problem.detail}</Text>
        {more.length > 0 && (
          <List size="sm">
            {more.map(({ field, detail }) => (
              <List.Item key={field + detail}>
                <Code>{field}</Code> {detail}
              </List.Item>
            ))}
          </List>
        )}
        {problem.right && <Text size="sm">{uiTexts.missingRight(labelOf<string>(uiTexts.rights, problem.right))}</Text>}
        {children}
        <Group gap="xs">
          {retry && (
            <Button size="xs" variant="default" leftSection={<IconRefresh size={14} />} onClick={retry}>
              {uiTexts.retry}
            </Button>
          )}
          {problem.operation && (
            <Anchor size="sm" component={Link} to={`/operations/${problem.operation}`}>
              {uiTexts.busyWith}
            </Anchor>
          )}
          {problem.requestId && (
            <Group gap={4}>
              <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                {uiTexts.requestId} <Code>{problem.requestId}</Code>
              </Text>
              <CopyButton text={problem.requestId} label={uiTexts.copyRequest} />
            </Group>
          )}
        </Group>
      </Stack>
    </Alert>
  );
}
