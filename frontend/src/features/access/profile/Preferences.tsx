import { Alert, SimpleGrid, Text } from '@mantine/core';
import { IconCircleCheck, IconMailOff } from '@tabler/icons-react';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { accessKeys } from '@/features/access/keys';
import { accessTexts } from '@/features/access/texts';
import { api, body } from '@/shared/api/client';
import type { Preferences as Preferred } from '@/shared/api/types';
import { SuggestField } from '@/shared/form/choices';
import { CheckboxField, TextField } from '@/shared/form/fields';
import { Form, SubmitButton } from '@/shared/form/Form';
import { useForm } from '@/shared/form/useForm';
import { Known } from '@/shared/ui/Known';
import { SectionCard } from '@/shared/ui/SectionCard';

const said = accessTexts.preferences;
const MOST = 50;
const zones = Intl.supportedValuesOf('timeZone');
const languages = ['de', 'en-GB', 'en-US', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'sl', 'sv'];

const preferencesQuery = queryOptions({
  queryKey: accessKeys.preferences,
  queryFn: ({ signal }) => body(api.GET('/api/me/preferences', { signal })),
});

/** Nothing typed stands for what holds for the lab. */
const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());

function Fields({ now }: { now: Preferred }) {
  const cache = useQueryClient();
  const initial = useMemo(() => ({ mail: now.mail ?? '', mails: now.mails, time_zone: now.time_zone ?? '', locale: now.locale ?? '' }), [now]);
  const form = useForm({
    initial,
    send: ({ mail, mails, time_zone, locale }) =>
      body(api.PATCH('/api/me/preferences', { body: { mail: orNull(mail), mails, time_zone: orNull(time_zone), locale: orNull(locale) } })),
    done: (kept) => {
      cache.setQueryData(preferencesQuery.queryKey, kept);
    },
  });
  return (
    <Form form={form}>
      {!now.mail_sent && (
        <Alert role="note" color="yellow" icon={<IconMailOff />}>
          {said.notSent}
        </Alert>
      )}
      <TextField field={form.at('mail')} label={said.mail} description={said.mailHint} type="email" maxLength={254} />
      <CheckboxField field={form.at('mails')} label={said.mails} description={said.mailsHint} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <SuggestField field={form.at('time_zone')} label={said.zone} placeholder={now.lab_time_zone} data={zones} limit={MOST} />
        <SuggestField field={form.at('locale')} label={said.locale} placeholder={now.lab_locale} data={languages} />
      </SimpleGrid>
      <Text size="sm" c="dimmed">
        {said.lab(now.lab_time_zone, now.lab_locale)}
      </Text>
      <div role="status">
        {form.sent && (
          <Alert color="green" icon={<IconCircleCheck />}>
            {said.saved}
          </Alert>
        )}
      </div>
      <SubmitButton form={form} variant="default">
        {said.save}
      </SubmitButton>
    </Form>
  );
}

/** Whether and where mail reaches one, and how times are told in it. */
export function Preferences() {
  const query = useQuery(preferencesQuery);
  return (
    <SectionCard title={said.title} detail={said.detail}>
      <Known query={query} what={said.what} height={200}>
        {(now) => <Fields now={now} />}
      </Known>
    </SectionCard>
  );
}
