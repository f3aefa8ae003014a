import { Anchor, Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useRight } from '@/features/access/rights';
import type { Webhook } from '@/shared/api/types';
import { NothingYet } from '@/shared/ui/Empty';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { Known } from '@/shared/ui/Known';
import { Page } from '@/shared/ui/Page';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { change, tryOut, webhookKeys, webhooksQuery } from './api';
import { RemoveDialog } from './RemoveDialog';
import { webhookTexts } from './texts';
import { WebhookDialog } from './WebhookDialog';

const said = webhookTexts;

function One({ webhook, why }: { webhook: Webhook; why: string | null }) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [asked, ask] = useState<'edit' | 'delete' | null>(null);
  const { id, url, enabled, failed, waiting } = webhook;
  const flip = useMutation({
    mutationFn: () => change(id, { enabled: !enabled }),
    onSuccess: () => cache.invalidateQueries({ queryKey: webhookKeys.all }),
  });
  const trial = useMutation({ mutationFn: () => tryOut(id), onSuccess: () => navigate(`/webhooks/${id}`) });
  const trouble = flip.error ?? trial.error;
  const close = () => ask(null);
  return (
    <Card component="section" aria-label={url}>
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Anchor component={Link} to={`/webhooks/${id}`} fw={600} style={{ overflowWrap: 'anywhere' }}>
            {url}
          </Anchor>
          <Group gap="xs">
            {failed > 0 && (
              <Badge color="red" variant="light" tt="none">
                {said.failed(failed)}
              </Badge>
            )}
            {waiting > 0 && (
              <Badge color="blue" variant="light" tt="none">
                {said.waiting(waiting)}
              </Badge>
            )}
            <Badge color={enabled ? 'green' : 'gray'} variant="light" tt="none">
              {enabled ? said.on : said.off}
            </Badge>
          </Group>
        </Group>
        <Text size="sm">{webhook.events.map((event) => said.events[event]).join(', ')}</Text>
        <Text size="sm" c="dimmed">
          {said.madeBy(webhook.made_by)}
        </Text>
        {trouble && <ProblemAlert error={trouble} />}
        <Group gap="xs">
          <Button size="xs" variant="default" component={Link} to={`/webhooks/${id}`} aria-label={said.of(said.deliveries, url)}>
            {said.deliveries}
          </Button>
          <GuardedButton size="xs" variant="default" why={why} loading={trial.isPending} aria-label={said.of(said.tryOut, url)} onClick={() => trial.mutate()}>
            {said.tryOut}
          </GuardedButton>
          <GuardedButton
            size="xs"
            variant="default"
            why={why}
            loading={flip.isPending}
            aria-label={said.of(enabled ? said.turnOff : said.turnOn, url)}
            onClick={() => flip.mutate()}
          >
            {enabled ? said.turnOff : said.turnOn}
          </GuardedButton>
          <GuardedButton size="xs" variant="default" why={why} aria-label={said.of(said.edit, url)} onClick={() => ask('edit')}>
            {said.edit}
          </GuardedButton>
          <GuardedButton size="xs" variant="default" c="var(--bad-text)" why={why} aria-label={said.of(said.delete, url)} onClick={() => ask('delete')}>
            {said.delete}
          </GuardedButton>
        </Group>
      </Stack>
      {asked === 'edit' && <WebhookDialog webhook={webhook} close={close} />}
      {asked === 'delete' && <RemoveDialog webhook={webhook} close={close} />}
    </Card>
  );
}

/** Other programs that are told what happens to reservations. */
export function Component() {
  const [making, setMaking] = useState(false);
  const query = useQuery(webhooksQuery);
  const why = useRight('manage-webhooks') ? null : said.may;
  const button = (
    <GuardedButton leftSection={<IconPlus size={18} />} why={why} onClick={() => setMaking(true)}>
      {said.make}
    </GuardedButton>
  );
  return (
    <Page title={said.title} actions={button}>
      <Stack>
        <Text size="sm" c="dimmed">
          {said.detail}
        </Text>
        <Known query={query} what={said.what}>
          {(all) =>
            all.length === 0 ? (
              <NothingYet title={said.none}>
                <Text size="sm">{said.noneDetail}</Text>
              </NothingYet>
            ) : (
              <Stack>
                {all.map((webhook) => (
                  <One key={webhook.id} webhook={webhook} why={why} />
                ))}
              </Stack>
            )
          }
        </Known>
      </Stack>
      {making && <WebhookDialog close={() => setMaking(false)} />}
    </Page>
  );
}
