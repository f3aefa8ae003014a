import { Button, Group, Stack, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { accessKeys } from '@/features/access/keys';
import { accessTexts } from '@/features/access/texts';
import { api } from '@/shared/api/client';
import type { Person } from '@/shared/api/types';
import { Dialog } from '@/shared/ui/Dialog';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { notify } from '@/shared/ui/notify';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { uiTexts } from '@/shared/ui/texts';

const said = accessTexts.person;

/** Deletes one of the people for good, after a question that says what goes and what stays. */
export function DeletePerson({ person: { name, display, oidc } }: { person: Person }) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [asked, setAsked] = useState(false);
  const remove = useMutation({
    mutationFn: () => api.DELETE('/api/people/{person}', { params: { path: { person: name } } }),
    onSuccess: async () => {
      notify({ color: 'green', message: said.deleted(display) });
      await navigate('/people');
      cache.removeQueries({ queryKey: accessKeys.person(name) });
      await Promise.all([accessKeys.people, accessKeys.teams].map((queryKey) => cache.invalidateQueries({ queryKey })));
    },
  });
  const close = () => {
    setAsked(false);
    remove.reset();
  };
  return (
    <>
      <Button variant="default" c="var(--bad-text)" leftSection={<IconTrash size={16} />} onClick={() => setAsked(true)}>
        {said.delete}
      </Button>
      {asked && (
        <Dialog onClose={close} title={said.deleteTitle(display)}>
          <Stack>
            <Text size="sm">{said.deleteDetail(name)}</Text>
            {oidc && <Text size="sm">{said.deleteProvided}</Text>}
            {remove.error && <ProblemAlert error={remove.error} />}
            <Group justify="flex-end">
              <Button variant="default" data-autofocus onClick={close}>
                {uiTexts.cancel}
              </Button>
              <GuardedButton color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
                {said.deleteConfirm(name)}
              </GuardedButton>
            </Group>
          </Stack>
        </Dialog>
      )}
    </>
  );
}
