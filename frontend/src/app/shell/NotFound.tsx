import { Button } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import { Link, useLocation } from 'react-router';
import { NothingYet } from '@/shared/ui/Empty';
import { Page } from '@/shared/ui/Page';
import { shellTexts } from './texts';

/** Says that an address leads nowhere. */
export function NotFound() {
  const { pathname } = useLocation();
  const said = shellTexts.notFound;
  return (
    <Page title={said.title}>
      <NothingYet title={said.detail(pathname)} icon={<IconMapQuestion size={26} />}>
        <Button component={Link} to="/">
          {said.home}
        </Button>
      </NothingYet>
    </Page>
  );
}
