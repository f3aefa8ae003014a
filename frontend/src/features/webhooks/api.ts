import { queryOptions } from '@tanstack/react-query';
import { REFRESH } from '@/shared/api/cache';
import { api, body } from '@/shared/api/client';
import type { NewWebhook, WebhookChange } from '@/shared/api/types';

/** The names under which webhooks and their deliveries are kept. */
export const webhookKeys = {
  all: ['webhooks'],
  anyDeliveries: ['webhook-deliveries'],
  deliveries: (id: string) => ['webhook-deliveries', id],
} as const;

export const webhooksQuery = queryOptions({
  queryKey: webhookKeys.all,
  queryFn: ({ signal }) => body(api.GET('/api/webhooks', { signal })),
  refetchInterval: REFRESH,
});

/** The latest deliveries of a webhook. */
export const deliveriesQuery = (id: string) =>
  queryOptions({
    queryKey: webhookKeys.deliveries(id),
    queryFn: ({ signal }) => body(api.GET('/api/webhooks/{id}/deliveries', { params: { path: { id } }, signal })),
    refetchInterval: REFRESH,
  });

const at = (id: string) => ({ params: { path: { id } } });

export const make = (webhook: NewWebhook) => body(api.POST('/api/webhooks', { body: webhook }));

export const change = (id: string, changes: WebhookChange) => body(api.PATCH('/api/webhooks/{id}', { ...at(id), body: changes }));

export const remove = (id: string) => api.DELETE('/api/webhooks/{id}', at(id));

/** Sends something that is about nothing. */
export const tryOut = (id: string) => body(api.POST('/api/webhooks/{id}/test', at(id)));

export const sendAgain = (id: string, delivery: string) =>
  body(api.POST('/api/webhooks/{id}/deliveries/{delivery}/send', { params: { path: { id, delivery } } }));
