import { Card, List, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { Moment } from '@/shared/ui/Moment';
import { Page } from '@/shared/ui/Page';
import { PasswordForm } from './profile/PasswordForm';
import { Preferences } from './profile/Preferences';
import { Sessions } from './profile/Sessions';
import { Tokens } from './profile/Tokens';
import { MyQuota } from './quota/MyQuota';
import { useMe } from './rights';
import { accessTexts } from './texts';

const said = accessTexts.profile;

/** Who is signed in: what they may do, and with what they sign in. */
export function Component() {
  const me = useMe();
  return (
    <Page title={said.title}>
      <Stack>
        <SimpleGrid cols={{ base: 1, md: me.local ? 2 : 1 }}>
          <Card>
            <Text fw={650} size="lg">
              {me.display}
            </Text>
            <Text c="dimmed" mb="sm">{`${me.name} · ${accessTexts.roles[me.role]}`}</Text>
            <Title order={2} size="h4" mb="xs">
              {said.may}
            </Title>
            <List size="sm" aria-label={said.may}>
              {me.sentences.map((sentence) => (
                <List.Item key={sentence}>{sentence}</List.Item>
              ))}
            </List>
            {me.teams.length > 0 && (
              <Text size="sm" mt="xs">
                {said.team(me.teams.join(', '))}
              </Text>
            )}
            {me.expires && (
              <Text size="sm" c="dimmed" mt="xs">
                {said.until} <Moment at={me.expires} />
              </Text>
            )}
          </Card>
          {me.local && me.via === 'session' && <PasswordForm />}
        </SimpleGrid>
        {me.via === 'none' ? (
          <Text size="sm">{said.open}</Text>
        ) : (
          <>
            <MyQuota />
            <Preferences />
            <Sessions />
            <Tokens />
          </>
        )}
      </Stack>
    </Page>
  );
}
