import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Webhook } from '@/shared/api/types';
import { Dialog } from '@/shared/ui/Dialog';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { uiTexts } from '@/shared/ui/texts';
import { remove, webhookKeys } from './api';
import { webhookTexts } from './texts';

const said = webhookTexts.remove;

/** Asks before a webhook is deleted. */
export function RemoveDialog({ webhook, close }: { webhook: Webhook; close: () => void }) {
  const cache = useQueryClient();
  const mutation = useMutation({
    mutationFn: () => remove(webhook.id),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: webhookKeys.all });
      close();
    },
  });
  return (
    <Dialog onClose={close} title={said.title}>
      <Stack>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {said.detail(webhook.url)}
        </Text>
        {mutation.error && <ProblemAlert error={mutation.error} />}
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={close}>
            {uiTexts.cancel}
          </Button>
          <GuardedButton color="red" loading={mutation.isPending} onClick={() => mutation.mutate()}>
            {said.submit}
          </GuardedButton>
        </Group>
      </Stack>
    </Dialog>
  );
}
