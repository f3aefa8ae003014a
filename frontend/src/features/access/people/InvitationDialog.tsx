import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Secret } from '@/features/access/Secret';
import { accessTexts } from '@/features/access/texts';
import type { Invitation } from '@/shared/api/types';
import { Dialog } from '@/shared/ui/Dialog';
import { Moment } from '@/shared/ui/Moment';

const said = accessTexts.people;

/** A one-time link, shown only now. */
export function InvitationDialog({ invitation, close }: { invitation: Invitation; close: () => void }) {
  return (
    <Dialog onClose={close} title={said.invited(invitation.person.display)} size="lg" closeOnClickOutside={false} closeOnEscape={false}>
      <Stack>
        <Alert color="yellow" icon={<IconAlertTriangle />}>
          {said.inviteDetail}
        </Alert>
        <Secret label={said.link} text={new URL(invitation.link, location.origin).href} copy={said.copyLink} />
        <Text size="sm">
          {said.linkEnds} <Moment at={invitation.expires} />
        </Text>
        <Group justify="flex-end">
          <Button onClick={close}>{accessTexts.tokens.done}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
