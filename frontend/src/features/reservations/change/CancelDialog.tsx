import { Button, Group, Text } from '@mantine/core';
import type { CallOff, Scope } from '@/features/reservations/api';
import { destroysAny } from '@/features/reservations/ending';
import { reservationTexts } from '@/features/reservations/texts';
import type { Reservation } from '@/shared/api/types';
import { TextareaField } from '@/shared/form/fields';
import { Form } from '@/shared/form/Form';
import { useForm } from '@/shared/form/useForm';
import { Dialog } from '@/shared/ui/Dialog';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';

const said = reservationTexts.cancel;

const initial: Required<CallOff> = { scope: 'this', reason: '' };

type Props = {
  reservation: Reservation;
  callOff: (reservation: Reservation, how: CallOff) => Promise<void>;
  /** Why it could not be cancelled without a question; null where that was not tried. */
  failed: unknown;
  close: () => void;
};

/** Asks before what has no way back is cancelled, and why it is. */
export function CancelDialog({ reservation, callOff, failed, close }: Props) {
  const { title: name, series, status } = reservation;
  const scopes: Scope[] = series === null ? ['this'] : ['this', 'later', 'all'];
  const title = series !== null ? said.seriesTitle : status === 'active' ? said.runningTitle(name) : said.title(name);
  const form = useForm({
    initial,
    send: ({ scope, reason }) => callOff(reservation, { scope, reason: reason.trim() }),
    done: close,
  });
  return (
    <Dialog onClose={close} title={title}>
      <Form form={form}>
        {destroysAny(reservation) && <Text size="sm">{said.destroys}</Text>}
        {failed !== null && form.refusal === null && <ProblemAlert error={failed} />}
        <TextareaField field={form.at('reason')} label={said.reason} description={said.reasonHint} minRows={2} maxLength={500} />
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={close}>
            {said.keep}
          </Button>
          {scopes.map((scope) => (
            <GuardedButton
              key={scope}
              color="red"
              variant={scope === 'this' ? 'filled' : 'outline'}
              why={form.why}
              loading={form.pending}
              onClick={() => void form.submit({ scope })}
            >
              {scopes.length === 1 ? said.submit : said.scopes[scope]}
            </GuardedButton>
          ))}
        </Group>
      </Form>
    </Dialog>
  );
}
