import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { NothingYet } from '@/shared/ui/Empty';
import { Page } from '@/shared/ui/Page';

/** The page of an object that NetBox does not have. */
export function Gone({ title, detail, to, toList }: { title: string; detail: string; to: string; toList: string }) {
  return (
    <Page title={title}>
      <NothingYet title={detail}>
        <Button component={Link} to={to} variant="default">
          {toList}
        </Button>
      </NothingYet>
    </Page>
  );
}
