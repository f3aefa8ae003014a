import { Group, SimpleGrid, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { accessKeys } from '@/features/access/keys';
import { accessTexts } from '@/features/access/texts';
import type { Quota } from '@/shared/api/types';
import { NumberField, Told } from '@/shared/form/fields';
import { Form, SubmitButton } from '@/shared/form/Form';
import { useForm } from '@/shared/form/useForm';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { dimensions, isBound, quotaOf, type Typed, typedOf } from './amounts';

const said = accessTexts.quota;
const units: Partial<Record<keyof Typed, string>> = said.units;

type Props = {
  quota: Quota;
  save: (quota: Quota) => Promise<unknown>;
  /** Goes back to what holds without; absent where nothing does. */
  clear?: { label: string; act: () => Promise<unknown> };
  /** Whose it is, where it stands on a page: what is typed there is kept, and not left unasked. */
  of?: string;
};

const check = (typed: Typed) =>
  Object.fromEntries(dimensions.flatMap((each) => (isBound(each, typed[each]) ? [] : [[each, units[each] === undefined ? said.whole : said.wrong]])));

/** The bounds of somebody, of a team or of everybody. */
export function QuotaForm({ quota, save, clear, of }: Props) {
  const cache = useQueryClient();
  const again = () => cache.invalidateQueries({ queryKey: accessKeys.quotas });
  const form = useForm({
    initial: useMemo(() => typedOf(quota), [quota]),
    check,
    send: (typed) => save(quotaOf(typed)),
    done: again,
    ...(of !== undefined && { draft: { name: `quota ${of}`, version: 1 }, asks: true }),
  });
  const goBack = (act: () => Promise<unknown>) =>
    void form.attempt(
      async () => {
        await act();
        await again();
        form.reset();
      },
      {},
      () => false,
    );
  return (
    <Form form={form} gap="sm">
      <SimpleGrid type="container" cols={{ base: 2, '560px': 4 }}>
        {dimensions.map((dimension) => (
          <NumberField key={dimension} field={form.at(dimension)} label={said.dimensions[dimension]} unit={units[dimension]} decimal />
        ))}
      </SimpleGrid>
      <Text size="sm" c="dimmed">
        {said.empty}
      </Text>
      <Group>
        <SubmitButton form={form} disabled={!form.isChanged}>
          {said.save}
        </SubmitButton>
        {clear && (
          <GuardedButton variant="default" disabled={form.pending} onClick={() => goBack(clear.act)}>
            {clear.label}
          </GuardedButton>
        )}
        <Told>{form.sent && !form.isChanged ? said.saved : ''}</Told>
      </Group>
    </Form>
  );
}
