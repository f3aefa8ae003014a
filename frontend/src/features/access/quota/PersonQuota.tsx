import { Card, Stack, Text, Title } from '@mantine/core';
import { accessTexts } from '@/features/access/texts';
import { Known } from '@/shared/ui/Known';
import { boundPerson, unboundPerson, useQuota } from './api';
import { QuotaBars } from './QuotaBars';
import { QuotaForm } from './QuotaForm';

const said = accessTexts.quota;

/** What somebody has, what they may have, and how to change that. */
export function PersonQuota({ name }: { name: string }) {
  const quota = useQuota(name);
  return (
    <Card component="section" aria-label={said.title}>
      <Title order={2} size="h4">
        {said.title}
      </Title>
      <Known query={quota} what={said.what} height={120}>
        {(standing) => (
          <Stack gap="sm">
            <Text size="sm" c="dimmed">
              {`${standing.own ? said.own : said.shared} ${said.counts}`}
            </Text>
            <QuotaBars standing={standing} />
            <QuotaForm
              of={`person ${name}`}
              quota={standing.quota}
              save={(wanted) => boundPerson(name, wanted)}
              {...(standing.own && { clear: { label: said.clear, act: () => unboundPerson(name) } })}
            />
          </Stack>
        )}
      </Known>
    </Card>
  );
}
