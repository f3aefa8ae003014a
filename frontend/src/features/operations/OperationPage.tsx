import { Alert, Anchor, Card, Code, Grid, Group, List, Stack, Table, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { useRight } from '@/features/access/rights';
import { guestPath, type Operation } from '@/shared/api/types';
import { formatTexts } from '@/shared/format/texts';
import { span } from '@/shared/format/time';
import { useNow } from '@/shared/format/useNow';
import { CopyButton } from '@/shared/ui/CopyButton';
import { Known } from '@/shared/ui/Known';
import { Moment } from '@/shared/ui/Moment';
import { Page } from '@/shared/ui/Page';
import { useOperation } from './api';
import { DeleteLeft } from './DeleteLeft';
import { RetryButton } from './RetryButton';
import { operationTexts } from './texts';
import { CancelButton } from './work/CancelButton';
import { LogView } from './work/LogView';
import { OperationState } from './work/OperationState';
import { StepList } from './work/StepList';
import { guestOf, isActive, secondsOf, stepName, titleOf } from './work/words';

const said = operationTexts;

function Failure({ operation }: { operation: Operation }) {
  const step = operation.steps.find(({ state }) => state === 'failed');
  const line = operation.log.at(-1);
  return operation.error ? (
    <Alert
      color={operation.status === 'cancelled' ? 'gray' : 'red'}
      icon={<IconAlertTriangle />}
      title={step ? said.failedAt(stepName(step.name)) : said.statuses[operation.status]}
      role="alert"
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{operation.error.message}</Text>
        {line && !operation.error.message.includes(line) && <Code block>{line}</Code>}
        <Group gap="xs">
          <RetryButton operation={operation} />
          <DeleteLeft operation={operation} />
        </Group>
      </Stack>
    </Alert>
  ) : null;
}

function Facts({ operation }: { operation: Operation }) {
  const now = useNow();
  const guest = guestOf(operation);
  const took = secondsOf(operation.started, operation.finished, now);
  const rows: [string, React.ReactNode][] = [
    ...(guest
      ? ([
          [
            said.facts.guest,
            <Anchor key="guest" component={Link} size="sm" to={guestPath(guest)}>
              {guest.vmid}
            </Anchor>,
          ],
          [said.facts.node, guest.node],
        ] satisfies [string, React.ReactNode][])
      : []),
    [said.facts.by, operation.requested_by],
    [said.facts.created, <Moment key="created" at={operation.created} />],
    [said.facts.started, operation.started ? <Moment key="started" at={operation.started} /> : formatTexts.none],
    [said.facts.finished, operation.finished ? <Moment key="finished" at={operation.finished} /> : formatTexts.none],
    [said.facts.took, took === null ? formatTexts.none : span(took)],
    [said.facts.attempt, String(operation.attempt)],
    [
      said.facts.upid,
      operation.upid ? (
        <Group gap={4} wrap="nowrap" key="upid">
          <Code style={{ overflowWrap: 'anywhere' }}>{operation.upid}</Code>
          <CopyButton text={operation.upid} />
        </Group>
      ) : (
        formatTexts.none
      ),
    ],
  ];
  return (
    <Table withRowBorders={false} verticalSpacing={4} layout="fixed">
      <Table.Tbody>
        {rows.map(([label, value]) => (
          <Table.Tr key={label}>
            <Table.Th w={112} fw={500} c="dimmed">
              {label}
            </Table.Th>
            <Table.Td>{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** One operation: its steps, its log, what was ordered; the last step of the wizard too. */
export function Component() {
  const { id = '' } = useParams();
  const query = useOperation(id);
  const operation = query.data;
  const audits = useRight('read-audit');
  return (
    <Page
      title={operation ? titleOf(operation) : said.title}
      id={id}
      beside={operation && <OperationState status={operation.status} />}
      actions={operation && <CancelButton operation={operation} />}
    >
      <Known query={query} what={said.one}>
        {operation && (
          <Grid>
            <Grid.Col span={{ base: 12, md: 8 }}>
              <Stack>
                <Failure operation={operation} />
                {operation.warnings.length > 0 && (
                  <Alert color="yellow" icon={<IconAlertTriangle />} title={said.warnings}>
                    <List size="sm">
                      {operation.warnings.map((warning) => (
                        <List.Item key={warning}>{warning}</List.Item>
                      ))}
                    </List>
                  </Alert>
                )}
                <Card>
                  <Title order={2} size="h4" mb="xs">
                    {said.stepsTitle}
                  </Title>
                  <StepList operation={operation} />
                </Card>
                <Card>
                  <Title order={2} size="h4" mb="xs">
                    {said.log}
                  </Title>
                  <LogView lines={operation.log} growing={isActive(operation)} name={operation.id} />
                </Card>
              </Stack>
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 4 }}>
              <Stack>
                <Card>
                  <Facts operation={operation} />
                  {operation.retry_of && (
                    <Anchor component={Link} size="sm" to={`/operations/${operation.retry_of}`}>
                      {said.retryOf}
                    </Anchor>
                  )}
                  {audits && (
                    <div>
                      <Anchor component={Link} size="sm" to={`/audit?operation=${operation.id}`}>
                        {said.inAudit}
                      </Anchor>
                    </div>
                  )}
                </Card>
                <Card>
                  <Group justify="space-between" mb="xs">
                    <Title order={2} size="h4">
                      {said.request}
                    </Title>
                    <CopyButton text={JSON.stringify(operation.request, null, 2)} />
                  </Group>
                  <Code block style={{ maxHeight: 320 }} tabIndex={0} aria-label={said.request}>
                    {JSON.stringify(operation.request, null, 2)}
                  </Code>
                </Card>
              </Stack>
            </Grid.Col>
          </Grid>
        )}
      </Known>
    </Page>
  );
}
