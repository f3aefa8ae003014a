import { Button, Group, List, Stack, Text } from '@mantine/core';
import { IconCalendarEvent } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { useTeams } from '@/features/access/api';
import { useRight } from '@/features/access/rights';
import { useResources } from '@/features/reservations/reservable';
import { reservationTexts } from '@/features/reservations/texts';
import { Known } from '@/shared/ui/Known';
import { Page } from '@/shared/ui/Page';
import { SectionCard } from '@/shared/ui/SectionCard';
import { myRulesQuery, policiesQuery, type Rules } from './api';
import { PolicyDialog } from './PolicyDialog';
import { policyTexts as said } from './texts';
import { wordsOf } from './words';

/** Rules in words. */
function InWords({ rules, none = said.none }: { rules: Rules | null; none?: string }) {
  const words = rules ? wordsOf(rules) : [];
  return words.length === 0 ? (
    <Text size="sm">{none}</Text>
  ) : (
    <List size="sm">
      {words.map((each) => (
        <List.Item key={each}>{each}</List.Item>
      ))}
    </List>
  );
}

/** By which rules who is signed in reserves. */
function Mine() {
  const query = useQuery(myRulesQuery);
  return (
    <SectionCard title={said.mine}>
      <Known query={query} what={said.what} height={80}>
        {({ bound, general, teams }) =>
          !bound ? (
            <Text size="sm">{said.unbound}</Text>
          ) : (
            <Stack gap="sm">
              <div>
                <Text size="sm" fw={600}>
                  {said.general}
                </Text>
                <InWords rules={general} />
              </div>
              {teams.map(({ team, policy }) => (
                <div key={team}>
                  <Text size="sm" fw={600}>
                    {said.ofTeam(team ?? '')}
                  </Text>
                  <InWords rules={policy} none={policy === null ? said.sameAsAll : said.none} />
                </div>
              ))}
            </Stack>
          )
        }
      </Known>
    </SectionCard>
  );
}

type Edited = { team: string | null; rules: Rules | null };

function Each({ name, rules, none, edit }: { name: string; rules: Rules | null; none: string; edit: () => void }) {
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap">
      <div>
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <InWords rules={rules} none={rules === null ? none : said.none} />
      </div>
      <Button size="xs" variant="default" style={{ flex: 'none' }} aria-label={said.editOf(name)} onClick={edit}>
        {said.edit}
      </Button>
    </Group>
  );
}

/** The rules for all and of each team, for those who keep them. */
function Kept() {
  const query = useQuery(policiesQuery);
  const teamsQuery = useTeams();
  const resources = useResources().data ?? [];
  const [edited, edit] = useState<Edited | null>(null);
  const tags = [...new Set(resources.flatMap((each) => each.tags))].sort();
  return (
    <>
      <SectionCard title={said.all} detail={said.allDetail}>
        <Known query={query} what={said.what} height={80}>
          {({ general }) => <Each name={said.all} rules={general} none={said.none} edit={() => edit({ team: null, rules: general })} />}
        </Known>
      </SectionCard>
      <SectionCard title={said.teams} detail={said.teamsDetail}>
        <Known query={teamsQuery} what={said.what} height={80}>
          {(teams) => (
            <Known query={query} what={said.what} height={80}>
              {(all) =>
                teams.length === 0 ? (
                  <Text size="sm">{said.noTeams}</Text>
                ) : (
                  <Stack>
                    {teams.map(({ name }) => {
                      const rules = all.teams.find(({ team }) => team === name)?.policy ?? null;
                      return <Each key={name} name={said.ofTeam(name)} rules={rules} none={said.sameAsAll} edit={() => edit({ team: name, rules })} />;
                    })}
                  </Stack>
                )
              }
            </Known>
          )}
        </Known>
      </SectionCard>
      {edited && <PolicyDialog {...edited} tags={tags} close={() => edit(null)} />}
    </>
  );
}

/** By which rules is reserved; operators keep them here. */
export function Component() {
  const keeps = useRight('manage-resources');
  return (
    <Page
      title={said.title}
      actions={
        <Button component={Link} to="/reservations" variant="default" leftSection={<IconCalendarEvent size={16} />}>
          {reservationTexts.title}
        </Button>
      }
    >
      <Stack>
        <Mine />
        {keeps && <Kept />}
      </Stack>
    </Page>
  );
}
