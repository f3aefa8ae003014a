import { Button, Group, MultiSelect, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTeams } from '@/features/access/api';
import { accessKeys } from '@/features/access/keys';
import { accessTexts } from '@/features/access/texts';
import { api, body } from '@/shared/api/client';
import { Dialog } from '@/shared/ui/Dialog';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { uiTexts } from '@/shared/ui/texts';
import { isComplete, newGrant } from './grants';
import { GrantsEditor } from './GrantsEditor';
import { InvitationDialog } from './InvitationDialog';

const said = accessTexts.people;
const NAME = /^[a-z0-9][a-z0-9._@-]{0,62}$/;

/** Adds somebody, and shows the link to send them. */
export function AddPerson({ close }: { close: () => void }) {
  const cache = useQueryClient();
  const all = useTeams().data?.map((team) => team.name) ?? [];
  const [name, setName] = useState('');
  const [display, setDisplay] = useState('');
  const [grants, setGrants] = useState([newGrant()]);
  const [teams, setTeams] = useState<string[]>([]);
  const add = useMutation({
    mutationFn: () => body(api.POST('/api/people', { body: { name, ...(display.trim() && { display: display.trim() }), grants, teams } })),
    onSuccess: () => Promise.all([accessKeys.people, accessKeys.teams].map((queryKey) => cache.invalidateQueries({ queryKey }))),
  });
  if (add.data) {
    return <InvitationDialog invitation={add.data} close={close} />;
  }
  const wrong = name !== '' && !NAME.test(name);
  return (
    <Dialog onClose={close} title={said.add} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <Stack>
          <TextInput
            label={said.name}
            description={!wrong && said.nameRule}
            error={wrong && said.nameRule}
            required
            data-autofocus
            autoComplete="off"
            spellCheck={false}
            value={name}
            onChange={(event) => setName(event.currentTarget.value.trim())}
          />
          <TextInput label={said.display} maxLength={100} autoComplete="off" value={display} onChange={(event) => setDisplay(event.currentTarget.value)} />
          <Text fw={600}>{said.grants}</Text>
          <GrantsEditor grants={grants} set={setGrants} />
          {all.length > 0 && (
            <MultiSelect label={said.teams} data={all} value={teams} onChange={setTeams} placeholder={teams.length === 0 ? said.noTeams : ''} />
          )}
          {add.error && <ProblemAlert error={add.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {uiTexts.cancel}
            </Button>
            <GuardedButton type="submit" loading={add.isPending} disabled={!NAME.test(name) || !grants.every(isComplete)}>
              {said.invite}
            </GuardedButton>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
