import { Button } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useRight } from '@/features/access/rights';
import { useDecidable } from './api';
import { approvalTexts as said } from './texts';

/** Leads to what waits for an approval of who is signed in, with how many that are. */
export function ApprovalsButton() {
  const may = useRight('approve');
  const { data } = useDecidable(may);
  return !may ? null : (
    <Button
      component={Link}
      to="/reservations/approvals"
      variant={data && data.length > 0 ? 'light' : 'default'}
      px="sm"
      leftSection={<IconChecks size={16} />}
    >
      {said.open(data?.length)}
    </Button>
  );
}
