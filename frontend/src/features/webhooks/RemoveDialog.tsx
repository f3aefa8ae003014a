import { Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { Webhook } from '@/shared/api/types';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { remove, webhookKeys } from './api';
import { webhookTexts } from './texts';

const said = webhookTexts.remove;

/** Asks before a webhook is deleted. */
export function RemoveDialog({ webhook, close }: { webhook: Webhook; close: () => void }) {
  const cache = useQueryClient();
  const run = async () => {
    await remove(webhook.id);
    await cache.invalidateQueries({ queryKey: webhookKeys.all });
  };
  return (
    <ConfirmDialog title={said.title} submit={said.submit} run={run} close={close}>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {said.detail(webhook.url)}
      </Text>
    </ConfirmDialog>
  );
}
