import { Alert, Button, Card, Group, List, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconBan, IconCircleCheck, IconLink, IconLogout } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { api, body } from '@/shared/api/client';
import { problemOf } from '@/shared/api/problem';
import type { Person } from '@/shared/api/types';
import { NothingYet } from '@/shared/ui/Empty';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { Known } from '@/shared/ui/Known';
import { Ago, Moment } from '@/shared/ui/Moment';
import { notify } from '@/shared/ui/notify';
import { Page } from '@/shared/ui/Page';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { useChange, usePerson } from './people/api';
import { DeletePerson } from './people/DeletePerson';
import { EffectiveRights } from './people/EffectiveRights';
import { InvitationDialog } from './people/InvitationDialog';
import { PersonForm } from './people/PersonForm';
import { PersonState } from './people/PersonState';
import { PersonTokens } from './people/PersonTokens';
import { PersonQuota } from './quota/PersonQuota';
import { accessTexts } from './texts';

const said = accessTexts.person;

const signsIn = ({ local, oidc }: Person) => (local && oidc ? said.signsIn.both : local ? said.signsIn.password : oidc ? said.signsIn.oidc : said.signsIn.none);

function Somebody({ query, person }: { query: ReturnType<typeof usePerson>; person: Person }) {
  const { name, display, disabled, sentences, provided, provided_teams } = person;
  const change = useChange(name);
  const invite = useMutation({ mutationFn: () => body(api.POST('/api/people/{person}/link', { params: { path: { person: name } } })) });
  const signOut = useMutation({
    mutationFn: () => api.DELETE('/api/people/{person}/sessions', { params: { path: { person: name } } }),
    onSuccess: () => notify({ color: 'green', message: said.signedOut(display) }),
  });
  const refused = change.error ?? invite.error ?? signOut.error;
  return (
    <Page
      title={display}
      id={name}
      beside={<PersonState disabled={disabled} />}
      actions={
        <Group gap="xs">
          <GuardedButton
            variant="default"
            leftSection={<IconLink size={16} />}
            loading={invite.isPending}
            onClick={() => {
              change.reset();
              invite.mutate();
            }}
          >
            {said.newLink}
          </GuardedButton>
          <GuardedButton variant="default" leftSection={<IconLogout size={16} />} loading={signOut.isPending} onClick={() => signOut.mutate()}>
            {said.signOut}
          </GuardedButton>
          <GuardedButton
            variant="default"
            c={disabled ? undefined : 'var(--bad-text)'}
            leftSection={disabled ? <IconCircleCheck size={16} /> : <IconBan size={16} />}
            loading={change.isPending}
            onClick={() => {
              invite.reset();
              change.mutate({ disabled: !disabled });
            }}
          >
            {disabled ? said.enable : said.disable}
          </GuardedButton>
          <DeletePerson person={person} />
        </Group>
      }
    >
      <Stack>
        {refused && <ProblemAlert error={refused} />}
        {disabled && (
          <Alert color="yellow" icon={<IconBan />}>
            {said.disabledDetail}
          </Alert>
        )}
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          <Stack>
            <Known query={query} what={said.one}>
              <Card>
                <Title order={2} size="h4" mb="xs">
                  {said.mayNow}
                </Title>
                {sentences.length === 0 && <Text size="sm">{said.noGrants}</Text>}
                <List size="sm">
                  {sentences.map((sentence) => (
                    <List.Item key={sentence}>{sentence}</List.Item>
                  ))}
                </List>
                {provided.length + provided_teams.length > 0 && (
                  <>
                    <Title order={3} size="h5" mt="sm" mb={4}>
                      {said.provided}
                    </Title>
                    <List size="sm" aria-label={said.provided}>
                      {provided.map((grant) => (
                        <List.Item key={accessTexts.grantShort(grant)}>{accessTexts.grantShort(grant)}</List.Item>
                      ))}
                      {provided_teams.map((team) => (
                        <List.Item key={team}>{said.providedTeam(team)}</List.Item>
                      ))}
                    </List>
                    <Text size="sm" mt={4}>
                      {said.providedDetail}
                    </Text>
                  </>
                )}
                <Text size="sm" c="dimmed" mt="xs">
                  {name} · {signsIn(person)} · {said.since} <Moment at={person.created} /> · {accessTexts.people.columns.last}{' '}
                  {person.last_sign_in ? <Ago at={person.last_sign_in} /> : accessTexts.people.never}
                </Text>
              </Card>
            </Known>
            <PersonForm person={person} />
          </Stack>
          <Stack>
            <EffectiveRights person={person} />
            <PersonQuota name={name} />
            <PersonTokens person={name} />
          </Stack>
        </SimpleGrid>
      </Stack>
      {invite.data && <InvitationDialog invitation={invite.data} close={invite.reset} />}
    </Page>
  );
}

/** One of the people: what they may do and why, and how to change it. */
export function Component() {
  const { name = '' } = useParams();
  const person = usePerson(name);
  if (person.data) {
    return <Somebody key={name} query={person} person={person.data} />;
  }
  const gone = person.error && problemOf(person.error).status === 404;
  return (
    <Page title={gone ? said.gone(name) : name}>
      {gone ? (
        <NothingYet title={said.gone(name)}>
          <Button component={Link} to="/people" variant="default">
            {said.toList}
          </Button>
        </NothingYet>
      ) : (
        <Known query={person} what={said.one}>
          {null}
        </Known>
      )}
    </Page>
  );
}
