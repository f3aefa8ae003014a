import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { accessTexts } from '@/features/access/texts';
import type { Standing } from '@/shared/api/types';
import { Dialog } from '@/shared/ui/Dialog';
import { boundTeam, unboundTeam } from './api';
import { QuotaBars } from './QuotaBars';
import { QuotaForm } from './QuotaForm';

const said = accessTexts.quota;

/** What a team has of what it may have, and how to change that. */
export function TeamQuota({ standing }: { standing: Standing }) {
  const [open, setOpen] = useState(false);
  const { name, own, quota } = standing;
  return (
    <Stack gap="xs" w="100%" role="group" aria-label={said.teamOf(name)}>
      <QuotaBars standing={standing} />
      <Button size="xs" variant="default" style={{ alignSelf: 'flex-start' }} aria-label={said.changeOf(name)} onClick={() => setOpen(true)}>
        {said.change}
      </Button>
      <Dialog opened={open} onClose={() => setOpen(false)} title={said.teamOf(name)} size="lg">
        <Text size="sm" c="dimmed" mb="sm">
          {said.counts}
        </Text>
        <QuotaForm quota={quota} save={(wanted) => boundTeam(name, wanted)} {...(own && { clear: { label: said.clearTeam, act: () => unboundTeam(name) } })} />
      </Dialog>
    </Stack>
  );
}
