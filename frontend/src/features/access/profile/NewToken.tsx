import { Alert, Button, Group, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { accessKeys } from '@/features/access/keys';
import { useMe } from '@/features/access/rights';
import { Secret } from '@/features/access/Secret';
import { accessTexts } from '@/features/access/texts';
import { api, body } from '@/shared/api/client';
import type { Role } from '@/shared/api/types';
import { SelectField } from '@/shared/form/choices';
import { NumberField, TextField } from '@/shared/form/fields';
import { DialogButtons, Form, SubmitButton } from '@/shared/form/Form';
import { formTexts } from '@/shared/form/texts';
import { useForm } from '@/shared/form/useForm';
import { Dialog } from '@/shared/ui/Dialog';

const said = accessTexts.tokens;
const roles: Role[] = ['viewer', 'user', 'operator', 'admin'];
const MOST_DAYS = 366;
const initial: { name: string; role: Role; days: string } = { name: '', role: 'viewer', days: '90' };

const check = ({ name, days }: typeof initial) => ({
  ...(name.trim() === '' && { name: formTexts.needed }),
  ...(!(/^\d{1,3}$/.test(days) && Number(days) >= 1 && Number(days) <= MOST_DAYS) && { days: said.daysRule(MOST_DAYS) }),
});

/** Makes a token, and shows its secret for the only time. */
export function NewToken({ close }: { close: () => void }) {
  const me = useMe();
  const cache = useQueryClient();
  const form = useForm({
    initial,
    check,
    send: ({ name, role, days }) => body(api.POST('/api/me/tokens', { body: { name: name.trim(), role, days: Number(days) } })),
    done: () => cache.invalidateQueries({ queryKey: accessKeys.tokens }),
  });
  if (form.answer) {
    const { secret, token } = form.answer;
    return (
      <Dialog onClose={close} title={token.name} size="lg" closeOnClickOutside={false} closeOnEscape={false}>
        <Stack>
          <Alert color="yellow" icon={<IconAlertTriangle />}>
            {said.secretDetail}
          </Alert>
          <Secret label={said.secret} text={secret} copy={said.copy} />
          <Secret label={said.example} text={`curl -fsS -H 'Authorization: Bearer ${secret}' ${location.origin}/api/proxmox/guests`} copy={said.copyExample} />
          <Group justify="flex-end">
            <Button onClick={close}>{said.done}</Button>
          </Group>
        </Stack>
      </Dialog>
    );
  }
  return (
    <Dialog onClose={close} title={said.make}>
      <Form form={form}>
        <TextField field={form.at('name')} label={said.name} description={said.nameHint} required maxLength={100} data-autofocus />
        <SelectField
          field={form.at('role')}
          label={said.role}
          description={said.roleHint}
          data={roles.slice(0, roles.indexOf(me.role) + 1).map((value) => ({ value, label: accessTexts.roles[value] }))}
        />
        <NumberField field={form.at('days')} label={said.days} unit={said.daysUnit} required />
        <DialogButtons close={close}>
          <SubmitButton form={form}>{said.submit}</SubmitButton>
        </DialogButtons>
      </Form>
    </Dialog>
  );
}
