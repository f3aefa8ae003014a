import { Alert, Button, Code, Group, Stack, Table, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '@/features/access/rights';
import { feedsQuery } from '@/features/reservations/api';
import { reservationKeys } from '@/features/reservations/keys';
import { api, body } from '@/shared/api/client';
import type { CalendarFeed } from '@/shared/api/types';
import { NativeSelectField } from '@/shared/form/choices';
import { TextField } from '@/shared/form/fields';
import { Form, SubmitButton } from '@/shared/form/Form';
import { formTexts } from '@/shared/form/texts';
import { useForm } from '@/shared/form/useForm';
import { CopyButton } from '@/shared/ui/CopyButton';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { Dialog } from '@/shared/ui/Dialog';
import { Known } from '@/shared/ui/Known';
import { Ago } from '@/shared/ui/Moment';
import { feedTexts as said } from './texts';

const initial = { name: '', scope: 'mine' };

/** What a link shows, in words. */
export const scopeOf = (scope: string): string =>
  scope === 'mine' ? said.scopes.mine : scope === 'all' ? said.scopes.all : said.scopes.team(scope.replace('team:', ''));

function Address({ url }: { url: string }) {
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start" mt="xs">
      <Code block flex={1} tabIndex={0} aria-label={said.link} style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {url}
      </Code>
      <CopyButton text={url} label={said.copy} />
    </Group>
  );
}

/** The address of a new link, shown for the only time. */
function Made({ name, url }: { name: string; url: string }) {
  return (
    <Alert color="yellow" icon={<IconAlertTriangle />} title={name}>
      <Text size="sm">{said.once}</Text>
      <Address url={url} />
    </Alert>
  );
}

/** Makes a link. */
function NewFeed() {
  const { teams } = useMe();
  const cache = useQueryClient();
  const form = useForm({
    initial,
    check: ({ name }): Record<string, string> => (name.trim() === '' ? { name: formTexts.needed } : {}),
    send: ({ name, scope }) => body(api.POST('/api/calendar/feeds', { body: { name: name.trim(), scope } })),
    done: () => cache.invalidateQueries({ queryKey: reservationKeys.feeds }),
  });
  const scopes = ['mine', 'all', ...teams.map((team) => `team:${team}`)];
  return (
    <Form form={form}>
      {form.answer && <Made name={form.answer.feed.name} url={form.answer.url} />}
      <Group align="flex-end" grow preventGrowOverflow={false}>
        <TextField field={form.at('name')} label={said.name} required maxLength={100} />
        <NativeSelectField field={form.at('scope')} label={said.scope} data={scopes.map((value) => ({ value, label: scopeOf(value) }))} />
      </Group>
      <Group justify="flex-end">
        <SubmitButton form={form}>{said.submit}</SubmitButton>
      </Group>
    </Form>
  );
}

/** Asks before a link is revoked. */
function Revoke({ feed, close }: { feed: CalendarFeed; close: () => void }) {
  const cache = useQueryClient();
  const run = async () => {
    await api.DELETE('/api/calendar/feeds/{id}', { params: { path: { id: feed.id } } });
    await cache.invalidateQueries({ queryKey: reservationKeys.feeds });
  };
  return (
    <ConfirmDialog title={said.revokeTitle(feed.name)} submit={said.revoke} run={run} close={close}>
      <Text size="sm">{said.revokeDetail}</Text>
    </ConfirmDialog>
  );
}

/** The address that needs no link of one's own. */
function Open() {
  return (
    <div>
      <Text size="sm">{said.open}</Text>
      <Address url={`${window.location.origin}/api/reservations/export/ical`} />
    </div>
  );
}

function Own() {
  const query = useQuery(feedsQuery);
  const [asked, ask] = useState<CalendarFeed | null>(null);
  return (
    <>
      <Text size="sm">{said.detail}</Text>
      <NewFeed />
      <Known query={query} what={said.what} height={80}>
        {(feeds) =>
          feeds.length === 0 ? (
            <Text size="sm">{said.none}</Text>
          ) : (
            <Table aria-label={said.title}>
              <Table.Tbody>
                {feeds.map((feed) => (
                  <Table.Tr key={feed.id}>
                    <Table.Td>
                      <Text size="sm" fw={600}>
                        {feed.name}
                      </Text>
                      <Text size="xs" c="dimmed">
                        {scopeOf(feed.scope)}
                      </Text>
                    </Table.Td>
                    <Table.Td>
                      <Text size="sm">
                        {said.used} {feed.last_used === null ? said.never : <Ago at={feed.last_used} />}
                      </Text>
                    </Table.Td>
                    <Table.Td ta="end">
                      <Button size="xs" variant="default" c="var(--bad-text)" aria-label={said.revokeOf(feed.name)} onClick={() => ask(feed)}>
                        {said.revoke}
                      </Button>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )
        }
      </Known>
      {asked && <Revoke feed={asked} close={() => ask(null)} />}
    </>
  );
}

/** The links by which calendar programs read reservations. */
export function Feeds({ close }: { close: () => void }) {
  const { via } = useMe();
  return (
    <Dialog onClose={close} title={said.title} size="lg">
      <Stack>
        {via === 'none' ? <Open /> : <Own />}
        <Text size="xs" c="dimmed">
          {said.refresh}
        </Text>
      </Stack>
    </Dialog>
  );
}
