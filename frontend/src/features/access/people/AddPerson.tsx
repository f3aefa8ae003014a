import { Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTeams } from '@/features/access/api';
import { accessKeys } from '@/features/access/keys';
import { accessTexts } from '@/features/access/texts';
import { api, body } from '@/shared/api/client';
import type { Grant } from '@/shared/api/types';
import { MultiSelectField } from '@/shared/form/choices';
import { TextField } from '@/shared/form/fields';
import { DialogButtons, Form, SubmitButton } from '@/shared/form/Form';
import { useForm } from '@/shared/form/useForm';
import { Dialog } from '@/shared/ui/Dialog';
import { grantFaults, newGrant } from './grants';
import { GrantsEditor } from './GrantsEditor';
import { InvitationDialog } from './InvitationDialog';

const said = accessTexts.people;
const NAME = /^[a-z0-9][a-z0-9._@-]{0,62}$/;
const initial: { name: string; display: string; grants: Grant[]; teams: string[] } = { name: '', display: '', grants: [newGrant()], teams: [] };

const check = ({ name, grants }: typeof initial) => ({ ...(!NAME.test(name.trim()) && { name: said.nameRule }), ...grantFaults(grants) });

/** Adds somebody, and shows the link to send them. */
export function AddPerson({ close }: { close: () => void }) {
  const cache = useQueryClient();
  const all = useTeams().data?.map((team) => team.name) ?? [];
  const form = useForm({
    initial,
    check,
    send: ({ name, display, grants, teams }) =>
      body(api.POST('/api/people', { body: { name: name.trim(), ...(display.trim() && { display: display.trim() }), grants, teams } })),
    done: () => Promise.all([accessKeys.people, accessKeys.teams].map((queryKey) => cache.invalidateQueries({ queryKey }))),
    draft: { name: 'new person', version: 1 },
  });
  if (form.answer) {
    return <InvitationDialog invitation={form.answer} close={close} />;
  }
  const cancel = () => {
    form.discard();
    close();
  };
  return (
    <Dialog onClose={close} title={said.add} size="lg">
      <Form form={form}>
        <TextField field={form.at('name')} label={said.name} description={said.nameRule} required data-autofocus spellCheck={false} />
        <TextField field={form.at('display')} label={said.display} maxLength={100} />
        <Text fw={600}>{said.grants}</Text>
        <GrantsEditor grants={form.values.grants} set={(grants) => form.set({ grants })} at={form.at} />
        {all.length > 0 && (
          <MultiSelectField field={form.at('teams')} label={said.teams} data={all} placeholder={form.values.teams.length === 0 ? said.noTeams : ''} />
        )}
        <DialogButtons close={cancel}>
          <SubmitButton form={form}>{said.invite}</SubmitButton>
        </DialogButtons>
      </Form>
    </Dialog>
  );
}
