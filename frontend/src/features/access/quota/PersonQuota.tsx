import { Card, Skeleton, Stack, Text, Title } from '@mantine/core';
import { accessTexts } from '@/features/access/texts';
import { CannotLoad } from '@/shared/ui/Empty';
import { uiTexts } from '@/shared/ui/texts';
import { boundPerson, unboundPerson, useQuota } from './api';
import { QuotaBars } from './QuotaBars';
import { QuotaForm } from './QuotaForm';

const said = accessTexts.quota;

/** What somebody has, what they may have, and how to change that. */
export function PersonQuota({ name }: { name: string }) {
  const quota = useQuota(name);
  const standing = quota.data;
  return (
    <Card component="section" aria-label={said.title}>
      <Title order={2} size="h4">
        {said.title}
      </Title>
      {quota.error && <CannotLoad what={said.what} error={quota.error} since={quota.errorUpdatedAt} retry={() => void quota.refetch()} />}
      {quota.isPending && <Skeleton h={120} role="status" aria-label={uiTexts.loading(said.what)} />}
      {standing && (
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {`${standing.own ? said.own : said.shared} ${said.counts}`}
          </Text>
          <QuotaBars standing={standing} />
          <QuotaForm
            quota={standing.quota}
            save={(wanted) => boundPerson(name, wanted)}
            {...(standing.own && { clear: { label: said.clear, act: () => unboundPerson(name) } })}
          />
        </Stack>
      )}
    </Card>
  );
}
