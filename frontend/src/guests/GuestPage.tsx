import { Outlet, useParams } from 'react-router';
import { Page } from '@/ui/Page';

export function Component() {
  const { vmid = '' } = useParams();
  return (
    <Page title={vmid}>
      <Outlet />
    </Page>
  );
}
