import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Secret } from '@/features/access/Secret';
import { accessTexts } from '@/features/access/texts';
import type { Invitation } from '@/shared/api/types';
import { Moment } from '@/shared/ui/Moment';
import { uiTexts } from '@/shared/ui/texts';

const said = accessTexts.people;

/** A one-time link, shown only now. */
export function InvitationDialog({ invitation, close }: { invitation: Invitation; close: () => void }) {
  return (
    <Modal
      opened
      onClose={close}
      title={said.invited(invitation.person.display)}
      size="lg"
      closeOnClickOutside={false}
      closeOnEscape={false}
      closeButtonProps={{ 'aria-label': uiTexts.close }}
    >
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
    </Modal>
  );
}
