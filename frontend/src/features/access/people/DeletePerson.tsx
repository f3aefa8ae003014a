import { Button, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { accessKeys } from '@/features/access/keys';
import { accessTexts } from '@/features/access/texts';
import { api } from '@/shared/api/client';
import type { Person } from '@/shared/api/types';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { notify } from '@/shared/ui/notify';

const said = accessTexts.person;

/** Deletes one of the people for good, after a question that says what goes and what stays. */
export function DeletePerson({ person: { name, display, oidc } }: { person: Person }) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [asked, setAsked] = useState(false);
  const remove = async () => {
    await api.DELETE('/api/people/{person}', { params: { path: { person: name } } });
    notify({ color: 'green', message: said.deleted(display) });
    await navigate('/people');
    cache.removeQueries({ queryKey: accessKeys.person(name) });
    await Promise.all([accessKeys.people, accessKeys.teams].map((queryKey) => cache.invalidateQueries({ queryKey })));
  };
  return (
    <>
      <Button variant="default" c="var(--bad-text)" leftSection={<IconTrash size={16} />} onClick={() => setAsked(true)}>
        {said.delete}
      </Button>
      {asked && (
        <ConfirmDialog title={said.deleteTitle(display)} submit={said.deleteConfirm(name)} run={remove} close={() => setAsked(false)}>
          <Text size="sm">{said.deleteDetail(name)}</Text>
          {oidc && <Text size="sm">{said.deleteProvided}</Text>}
        </ConfirmDialog>
      )}
    </>
  );
}
