import { Text, type ButtonProps } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTeams } from '@/features/access/api';
import { accessKeys } from '@/features/access/keys';
import { useNames } from '@/features/access/people/useNames';
import { useMe, useOwners, useReach } from '@/features/access/rights';
import { guestTexts } from '@/features/guests/texts';
import { api, body } from '@/shared/api/client';
import type { Owner } from '@/shared/api/types';
import { SelectField, SuggestField } from '@/shared/form/choices';
import { DialogButtons, Form, SubmitButton } from '@/shared/form/Form';
import { formTexts } from '@/shared/form/texts';
import { useForm } from '@/shared/form/useForm';
import { Dialog } from '@/shared/ui/Dialog';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { notify } from '@/shared/ui/notify';

const said = guestTexts.handOver;

type Named = { vmid: number; name: string };

const whoHas = (now: Owner | undefined): string => (now ? (now.team ? said.nowWith(now.owner, now.team) : said.now(now.owner)) : said.nobody);

type To = { owner: string; team: string };

const check = ({ owner }: To) => ({ ...(owner.trim() === '' && { owner: formTexts.needed }) });

function useGive({ vmid, name }: Named, team: string, close: () => void) {
  const cache = useQueryClient();
  return useForm({
    initial: { owner: '', team },
    check,
    send: (to) => body(api.POST('/api/owners/{vmid}', { params: { path: { vmid } }, body: { owner: to.owner.trim(), team: to.team || null } })),
    done: async (given) => {
      close();
      notify({ title: said.done(guestTexts.named(vmid, name), given.owner), message: given.team ? said.doneWith(given.team) : said.doneAlone });
      await Promise.all([accessKeys.owners, accessKeys.reach].map((queryKey) => cache.invalidateQueries({ queryKey })));
    },
  });
}

/** Asks to whom a guest goes. */
function HandOverDialog({ guest, now, close }: { guest: Named; now: Owner | undefined; close: () => void }) {
  const me = useMe();
  const { names, display } = useNames();
  const teams = useTeams().data?.map(({ name }) => name) ?? [];
  const form = useGive(guest, now?.team ?? '', close);
  const { owner, team } = form.values;
  return (
    <Dialog onClose={close} title={said.title(guestTexts.named(guest.vmid, guest.name))}>
      <Form form={form}>
        <Text size="sm">{whoHas(now)}</Text>
        <SuggestField
          field={form.at('owner')}
          label={said.owner}
          description={said.ownerHint}
          data={names}
          renderOption={({ option }) => [option.value, display.get(option.value)].filter(Boolean).join(' · ')}
          required
          data-autofocus
        />
        {(teams.length > 0 || team !== '') && (
          <SelectField
            field={form.at('team')}
            label={said.team}
            description={said.teamHint}
            data={[{ value: '', label: said.noTeam }, ...new Set([...teams, ...(team ? [team] : [])])]}
          />
        )}
        {now?.owner === me.name && owner !== '' && owner !== me.name && <Text size="sm">{said.yours}</Text>}
        <DialogButtons close={close}>
          <SubmitButton form={form}>{said.confirm}</SubmitButton>
        </DialogButtons>
      </Form>
    </Dialog>
  );
}

/** How a guest is given to somebody else: why not, what asks for it, and the dialog to show; null where nobody signs in, as nothing is anybody's there. */
export function useHandOver(guest: Named): { why: string | null; ask: () => void; dialog: ReactNode } | null {
  const [open, setOpen] = useState(false);
  const { change } = useReach();
  const now = useOwners().get(guest.vmid);
  if (useMe().via === 'none') {
    return null;
  }
  return {
    why: change(guest.vmid),
    ask: () => setOpen(true),
    dialog: open && <HandOverDialog guest={guest} now={now} close={() => setOpen(false)} />,
  };
}

/** A button that gives a guest to somebody else; says why not, where that is not allowed. */
export function HandOver({ guest, children, ...button }: ButtonProps & { guest: Named; children: string; 'aria-label'?: string }) {
  const handOver = useHandOver(guest);
  return handOver === null ? null : (
    <>
      <GuardedButton {...button} why={handOver.why} onClick={handOver.ask}>
        {children}
      </GuardedButton>
      {handOver.dialog}
    </>
  );
}
