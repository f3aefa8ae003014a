import { Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTeams } from '@/features/access/api';
import { useNames } from '@/features/access/people/useNames';
import { useMe } from '@/features/access/rights';
import { handOver } from '@/features/reservations/api';
import { reservationKeys } from '@/features/reservations/keys';
import { reservationTexts } from '@/features/reservations/texts';
import { whoseOf } from '@/features/reservations/words';
import type { Reservation } from '@/shared/api/types';
import { SelectField, SuggestField } from '@/shared/form/choices';
import { DialogButtons, Form, SubmitButton } from '@/shared/form/Form';
import type { Faults } from '@/shared/form/paths';
import { useForm } from '@/shared/form/useForm';
import { Dialog } from '@/shared/ui/Dialog';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { notify } from '@/shared/ui/notify';
import { changeTexts } from './texts';
import { etagOf } from './useChanges';

const said = changeTexts.handOver;

/** Asks to whom a reservation goes. */
function HandOverDialog({ reservation, close }: { reservation: Reservation; close: () => void }) {
  const cache = useQueryClient();
  const me = useMe();
  const { names, display } = useNames();
  const teams = useTeams().data?.map(({ name }) => name) ?? [];
  const now = reservation.team ?? '';
  const form = useForm({
    initial: { person: '', team: now },
    check: ({ person, team }): Faults => (person.trim() === '' && team === now ? { person: said.needed } : {}),
    send: ({ person, team }) =>
      handOver(
        { id: reservation.id, etag: etagOf(reservation) },
        { ...(person.trim() !== '' && { person: person.trim() }), ...(team !== now && { team: team || null }) },
      ),
    done: async (given) => {
      close();
      notify({ message: said.done(given.title, whoseOf(given)), color: 'green' });
      await Promise.all([reservationKeys.lists, reservationKeys.any].map((queryKey) => cache.invalidateQueries({ queryKey })));
    },
  });
  const { person } = form.values;
  return (
    <Dialog onClose={close} title={said.title(reservation.title)}>
      <Form form={form}>
        <Text size="sm">{said.now(whoseOf(reservation))}</Text>
        <SuggestField
          field={form.at('person')}
          label={said.person}
          description={said.personHint}
          data={names}
          renderOption={({ option }) => [option.value, display.get(option.value)].filter(Boolean).join(' · ')}
          data-autofocus
        />
        {(teams.length > 0 || now !== '') && (
          <SelectField
            field={form.at('team')}
            label={said.team}
            description={said.teamHint}
            data={[{ value: '', label: said.noTeam }, ...new Set([...teams, ...(now ? [now] : [])])]}
          />
        )}
        {reservation.requester === me.name && person.trim() !== '' && person.trim() !== me.name && <Text size="sm">{said.yours}</Text>}
        <DialogButtons close={close}>
          <SubmitButton form={form}>{said.submit}</SubmitButton>
        </DialogButtons>
      </Form>
    </Dialog>
  );
}

/** A button that gives a reservation to a person or a team; none where nobody signs in, as nothing is anybody's there, nor of what is nobody's or only offered. */
export function HandOver({ reservation }: { reservation: Reservation }) {
  const [open, setOpen] = useState(false);
  const { may, status, title, kind, phase } = reservation;
  const nobodys = kind === 'blackout' || phase === 'offered';
  if (useMe().via === 'none' || nobodys || (status !== 'pending' && status !== 'active')) {
    return null;
  }
  return (
    <>
      <GuardedButton
        size="sm"
        variant="default"
        why={may.includes('hand-over') ? null : reservationTexts.page.may}
        aria-label={`${said.action}: ${title}`}
        onClick={() => setOpen(true)}
      >
        {said.action}
      </GuardedButton>
      {open && <HandOverDialog reservation={reservation} close={() => setOpen(false)} />}
    </>
  );
}
