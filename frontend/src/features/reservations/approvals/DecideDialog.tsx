import { Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { reservationKeys } from '@/features/reservations/keys';
import type { Reservation } from '@/shared/api/types';
import { NativeSelectField } from '@/shared/form/choices';
import { TextareaField } from '@/shared/form/fields';
import { DialogButtons, Form, SubmitButton } from '@/shared/form/Form';
import type { Faults } from '@/shared/form/paths';
import { formTexts } from '@/shared/form/texts';
import { useForm } from '@/shared/form/useForm';
import { Dialog } from '@/shared/ui/Dialog';
import { notify } from '@/shared/ui/notify';
import { decide, type Answer } from './api';
import { approvalTexts as said } from './texts';

type Verb = Answer['verb'];
type Values = { reason: string; scope: Answer['scope'] };

const initial: Values = { reason: '', scope: 'this' };

/** Asks what there is to say to it. */
export function DecideDialog({ reservation, verb, close }: { reservation: Reservation; verb: Verb; close: () => void }) {
  const cache = useQueryClient();
  // A decision is about what was seen when it was begun.
  const [known] = useState(reservation);
  const form = useForm({
    initial,
    check: ({ reason }): Faults => (verb === 'refuse' && reason.trim() === '' ? { reason: formTexts.needed } : {}),
    send: (values) => decide(known, { ...values, verb }),
    done: async () => {
      await Promise.all([reservationKeys.lists, reservationKeys.any, reservationKeys.resources].map((queryKey) => cache.invalidateQueries({ queryKey })));
      notify({ message: said.done[verb](known.title), color: verb === 'approve' ? 'green' : 'blue' });
      close();
    },
  });
  const title = verb === 'approve' ? said.approveOf(known.title) : said.refuseOf(known.title);
  return (
    <Dialog onClose={close} title={title}>
      <Form form={form}>
        {known.approval && <Text size="sm">{`${said.why}: ${known.approval.why}`}</Text>}
        <TextareaField
          field={form.at('reason')}
          label={said.reason}
          description={said.reasonHint[verb]}
          required={verb === 'refuse'}
          minRows={2}
          maxLength={500}
          data-autofocus
        />
        {known.series !== null && (
          <NativeSelectField
            field={form.at('scope')}
            label={said.scope}
            data={(['this', 'all'] as const).map((value) => ({ value, label: said.scopes[value] }))}
          />
        )}
        <DialogButtons close={close}>
          <SubmitButton form={form} color={verb === 'refuse' ? 'red' : 'green'}>
            {verb === 'refuse' ? said.refuse : said.approve}
          </SubmitButton>
        </DialogButtons>
      </Form>
    </Dialog>
  );
}
