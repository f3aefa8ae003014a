import { useQuery } from '@tanstack/react-query';
import { Outlet } from 'react-router';
import { number } from '@/shared/format/percent';
import { NothingYet } from '@/shared/ui/Empty';
import { Page } from '@/shared/ui/Page';
import { PageTabs } from '@/shared/ui/PageTabs';
import { statusQuery } from './api';
import { SourceBadge, SourceTrouble } from './Source';
import { inventoryTexts as said } from './texts';

const tabs = [
  { to: 'devices', count: 'devices' },
  { to: 'prefixes', count: 'prefixes' },
  { to: 'addresses', count: 'ip_addresses' },
  { to: 'vlans', count: 'vlans' },
  { to: 'drift', count: null },
] as const;

function Inside() {
  const { data } = useQuery(statusQuery);
  if (data && data.url === undefined) {
    return <NothingYet title={said.notSet} detail={said.notSetDetail} />;
  }
  if (data?.copy === null && data.reachable) {
    return <NothingYet title={said.firstRead} detail={said.firstReadDetail} />;
  }
  return (
    <>
      <PageTabs
        label={said.tabList}
        tabs={tabs.map(({ to, count }) => ({
          to: `/inventory/${to}`,
          label: data?.copy && count !== null ? said.counted(said.tabs[to], number(data.copy[count])) : said.tabs[to],
        }))}
      />
      <SourceTrouble />
      <Outlet />
    </>
  );
}

/** What NetBox has: devices, prefixes, addresses and VLANs. */
export function Component() {
  return (
    <Page title={said.title} beside={<SourceBadge />}>
      <Inside />
    </Page>
  );
}
