import { Anchor, Card, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { useOperations } from '@/features/operations/api';
import { operationTexts } from '@/features/operations/texts';
import { OperationState } from '@/features/operations/work/OperationState';
import { titleOf } from '@/features/operations/work/words';
import { Known } from '@/shared/ui/Known';
import { Ago } from '@/shared/ui/Moment';

/** What was ordered for a guest, the latest first. */
export function GuestOperations({ title, vmid, name, limit }: { title: string; vmid: number; name: string; limit: number }) {
  const query = useOperations({ vmid, limit });
  return (
    <Card>
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      <Known query={query} what={operationTexts.what} height={60}>
        {({ operations }) => (
          <Stack gap="xs">
            {operations.length === 0 && (
              <Text size="sm" c="dimmed">
                {operationTexts.nothingYet}
              </Text>
            )}
            {operations.map((operation) => (
              <Group key={operation.id} justify="space-between">
                <Anchor component={Link} size="sm" to={`/operations/${operation.id}`}>
                  {titleOf(operation, name)}
                </Anchor>
                <Group gap="xs">
                  <Text size="sm" c="dimmed">
                    <Ago at={operation.created} />
                  </Text>
                  <OperationState status={operation.status} />
                </Group>
              </Group>
            ))}
          </Stack>
        )}
      </Known>
    </Card>
  );
}
