import { Card, Center, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { AwayNotice } from '@/shared/ui/AwayNotice';
import icon from '@/shared/ui/icon.svg';
import { Page } from '@/shared/ui/Page';
import { uiTexts } from '@/shared/ui/texts';

/** What stands around the pages for those who are not signed in yet. */
export function Entrance({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Center component="main" mih="100dvh" p="md">
      <Card w="100%" maw={420} padding="lg">
        <Group gap="sm" mb="md">
          <img src={icon} alt="" width={28} height={28} />
          <Text fw={700} size="lg">
            {uiTexts.product}
          </Text>
        </Group>
        <AwayNotice />
        <Page title={title}>{children}</Page>
      </Card>
    </Center>
  );
}
