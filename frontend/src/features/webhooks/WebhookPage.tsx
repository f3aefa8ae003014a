import { Badge, Button, Card, Code, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { Delivery } from '@/shared/api/types';
import { labelOf } from '@/shared/format/label';
import { NothingYet } from '@/shared/ui/Empty';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { Known } from '@/shared/ui/Known';
import { Ago, Moment } from '@/shared/ui/Moment';
import { Page } from '@/shared/ui/Page';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { deliveriesQuery, sendAgain, webhookKeys, webhooksQuery } from './api';
import { webhookTexts } from './texts';

const said = webhookTexts.page;
const colors = { waiting: 'blue', delivered: 'green', failed: 'red' } satisfies Record<Delivery['state'], string>;

const eventOf = (event: string): string => (event === 'ping' ? webhookTexts.ping : labelOf<string>(webhookTexts.events, event));

function One({ webhook, delivery }: { webhook: string; delivery: Delivery }) {
  const cache = useQueryClient();
  const { id, event, state, tries, answer } = delivery;
  const again = useMutation({
    mutationFn: () => sendAgain(webhook, id),
    onSuccess: () => cache.invalidateQueries({ queryKey: webhookKeys.deliveries(webhook) }),
  });
  return (
    <Card component="li">
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Text fw={600}>{eventOf(event)}</Text>
          <Badge color={colors[state]} variant="light" tt="none">
            {said.states[state]}
          </Badge>
        </Group>
        <Text size="sm">
          {said.made} <Ago at={delivery.made} />
          {tries > 0 && `, ${said.tries(tries)}`}
        </Text>
        {answer !== null && <Text size="sm">{answer}</Text>}
        {delivery.next_try !== null && (
          <Text size="sm">
            {said.next}: <Moment at={delivery.next_try} />
          </Text>
        )}
        <details>
          <summary>{said.body}</summary>
          <Code block mt="xs" tabIndex={0} aria-label={said.body} style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
            {delivery.body}
          </Code>
        </details>
        {again.error && <ProblemAlert error={again.error} />}
        {state !== 'waiting' && (
          <Group>
            <GuardedButton size="xs" variant="default" loading={again.isPending} aria-label={said.againOf(eventOf(event))} onClick={() => again.mutate()}>
              {said.again}
            </GuardedButton>
          </Group>
        )}
      </Stack>
    </Card>
  );
}

/** What was and is to be sent to one webhook. */
export function Component() {
  const { id = '' } = useParams();
  const webhooks = useQuery(webhooksQuery);
  const deliveries = useQuery(deliveriesQuery(id));
  const url = webhooks.data?.find((webhook) => webhook.id === id)?.url;
  const gone = webhooks.data !== undefined && url === undefined;
  const back = (
    <Button component={Link} to="/webhooks" variant="default">
      {said.toAll}
    </Button>
  );
  return (
    <Page title={gone ? said.gone : said.title} id={id} actions={!gone && back}>
      {gone ? (
        <NothingYet title={said.gone}>{back}</NothingYet>
      ) : (
        <Stack>
          <Text style={{ overflowWrap: 'anywhere' }}>{url}</Text>
          <Known query={deliveries} what={said.what}>
            {(all) =>
              all.length === 0 ? (
                <NothingYet title={said.none}>{null}</NothingYet>
              ) : (
                <Stack component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
                  {all.map((delivery) => (
                    <One key={delivery.id} webhook={id} delivery={delivery} />
                  ))}
                </Stack>
              )
            }
          </Known>
        </Stack>
      )}
    </Page>
  );
}
