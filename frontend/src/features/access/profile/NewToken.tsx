import { Alert, Button, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { accessKeys } from '@/features/access/keys';
import { useMe } from '@/features/access/rights';
import { Secret } from '@/features/access/Secret';
import { accessTexts } from '@/features/access/texts';
import { api, body } from '@/shared/api/client';
import type { Role } from '@/shared/api/types';
import { Dialog } from '@/shared/ui/Dialog';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { uiTexts } from '@/shared/ui/texts';

const said = accessTexts.tokens;
const roles: Role[] = ['viewer', 'user', 'operator', 'admin'];
const USUAL_DAYS = 90;
const MOST_DAYS = 366;

/** Makes a token, and shows its secret for the only time. */
export function NewToken({ close }: { close: () => void }) {
  const me = useMe();
  const cache = useQueryClient();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const [days, setDays] = useState<number | string>(USUAL_DAYS);
  const make = useMutation({
    mutationFn: () => body(api.POST('/api/me/tokens', { body: { name: name.trim(), role, days: Number(days) } })),
    onSuccess: () => cache.invalidateQueries({ queryKey: accessKeys.tokens }),
  });
  if (make.data) {
    const { secret, token } = make.data;
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
      <form
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        <Stack>
          <TextInput
            label={said.name}
            description={said.nameHint}
            required
            maxLength={100}
            data-autofocus
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            label={said.role}
            description={said.roleHint}
            allowDeselect={false}
            data={roles.slice(0, roles.indexOf(me.role) + 1).map((value) => ({ value, label: accessTexts.roles[value] }))}
            value={role}
            onChange={(value) => value && setRole(value)}
          />
          <NumberInput label={said.days} suffix={` ${said.daysUnit}`} required min={1} max={MOST_DAYS} allowDecimal={false} value={days} onChange={setDays} />
          {make.error && <ProblemAlert error={make.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {uiTexts.cancel}
            </Button>
            <GuardedButton type="submit" loading={make.isPending} disabled={name.trim() === '' || days === ''}>
              {said.submit}
            </GuardedButton>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
