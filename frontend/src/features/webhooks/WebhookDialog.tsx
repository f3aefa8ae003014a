import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Webhook, WebhookEvent } from '@/shared/api/types';
import { MultiSelectField } from '@/shared/form/choices';
import { TextField } from '@/shared/form/fields';
import { DialogButtons, Form, SubmitButton } from '@/shared/form/Form';
import { formTexts } from '@/shared/form/texts';
import { useForm } from '@/shared/form/useForm';
import { CopyButton } from '@/shared/ui/CopyButton';
import { Dialog } from '@/shared/ui/Dialog';
import { change, make, webhookKeys } from './api';
import { webhookTexts } from './texts';

const said = webhookTexts.form;
const events = Object.keys(webhookTexts.events) as WebhookEvent[];

/** The secret of a new webhook, shown for the only time. */
function Made({ secret, close }: { secret: string; close: () => void }) {
  return (
    <Stack>
      <Alert color="yellow" icon={<IconAlertTriangle />}>
        <Text size="sm">{said.once}</Text>
      </Alert>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <Code block flex={1} tabIndex={0} aria-label={said.secret} style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          {secret}
        </Code>
        <CopyButton text={secret} label={said.copy} />
      </Group>
      <Group justify="flex-end">
        <Button onClick={close}>{said.done}</Button>
      </Group>
    </Stack>
  );
}

/** Makes a webhook, or changes one. */
export function WebhookDialog({ webhook, close }: { webhook?: Webhook; close: () => void }) {
  const cache = useQueryClient();
  const initial = useMemo(() => ({ url: webhook?.url ?? '', events: webhook?.events ?? (['reservation.ending'] as string[]) }), [webhook]);
  const form = useForm({
    initial,
    check: (values): Record<string, string> => ({
      ...(values.url.trim() === '' && { url: formTexts.needed }),
      ...(values.events.length === 0 && { events: said.some }),
    }),
    send: async (values): Promise<string | null> => {
      const wanted = { url: values.url.trim(), events: values.events as WebhookEvent[] };
      return webhook === undefined ? (await make(wanted)).secret : change(webhook.id, wanted).then(() => null);
    },
    done: async (secret) => {
      await cache.invalidateQueries({ queryKey: webhookKeys.all });
      if (secret === null) {
        close();
      }
    },
  });
  const secret = form.answer ?? null;
  return (
    <Dialog onClose={close} title={webhook === undefined ? said.title : said.edit}>
      {secret !== null ? (
        <Made secret={secret} close={close} />
      ) : (
        <Form form={form}>
          <TextField field={form.at('url')} label={said.url} description={said.urlHint} type="url" required maxLength={500} data-autofocus />
          <MultiSelectField
            field={form.at('events')}
            label={said.events}
            data={events.map((value) => ({ value, label: webhookTexts.events[value] }))}
            comboboxProps={{ withinPortal: true }}
          />
          <DialogButtons close={close}>
            <SubmitButton form={form}>{webhook === undefined ? said.submit : said.save}</SubmitButton>
          </DialogButtons>
        </Form>
      )}
    </Dialog>
  );
}
