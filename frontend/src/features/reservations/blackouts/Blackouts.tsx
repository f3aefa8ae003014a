import { Button, Group, Text } from '@mantine/core';
import { IconCalendarEvent, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { Link } from 'react-router';
import { useRight } from '@/features/access/rights';
import { reservationTexts } from '@/features/reservations/texts';
import { useZoneOf } from '@/features/reservations/time/useZoneOf';
import { ZoneSwitch } from '@/features/reservations/time/ZoneSwitch';
import { toOf } from '@/features/reservations/words';
import type { Reservation } from '@/shared/api/types';
import { useNow } from '@/shared/format/useNow';
import { List } from '@/shared/list/List';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { Page } from '@/shared/ui/Page';
import { part } from '@/shared/ui/part';
import { blackoutsQuery } from './api';
import { BlackoutActions } from './BlackoutActions';
import { blackoutList } from './list';
import { blackoutTexts as said } from './texts';

const BlackoutDialog = part(() => import('./BlackoutDialog').then((file) => file.BlackoutDialog));

const MINUTE = 60_000;

/** What is closed now and later; operators close and open it here. */
export function Component() {
  const now = Math.floor(useNow() / MINUTE) * MINUTE;
  const query = useQuery(blackoutsQuery(now));
  const { zone } = useZoneOf();
  const why = useRight('blackout') ? null : said.mayNot;
  const [making, setMaking] = useState(false);
  return (
    <Page
      title={said.title}
      actions={
        <Group gap="xs">
          <Button component={Link} to="/reservations" variant="default" leftSection={<IconCalendarEvent size={16} />}>
            {reservationTexts.title}
          </Button>
          <GuardedButton why={why} leftSection={<IconPlus size={16} />} onClick={() => setMaking(true)}>
            {said.new}
          </GuardedButton>
        </Group>
      }
    >
      <Group justify="space-between" mb="xs" gap="xs">
        <Text size="sm" c="dimmed" flex="1 1 16rem">
          {said.detail}
        </Text>
        <ZoneSwitch at={query.dataUpdatedAt} />
      </Group>
      <List
        of={blackoutList(zone)}
        query={query}
        rows={query.data?.filter((each) => toOf(each) > now)}
        actions={(each: Reservation) => <BlackoutActions blackout={each} size="xs" />}
      />
      <Suspense fallback={null}>{making && <BlackoutDialog zone={zone} close={() => setMaking(false)} />}</Suspense>
    </Page>
  );
}
