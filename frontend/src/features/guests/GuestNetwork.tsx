import { Card, Code, Title } from '@mantine/core';
import { useOutletContext } from 'react-router';
import { formatTexts } from '@/shared/format/texts';
import type { ListOf } from '@/shared/list/column';
import { List } from '@/shared/list/List';
import type { GuestContext } from './GuestPage';
import { type Nic, nicsOf } from './page/nics';
import { guestTexts } from './texts';

const said = guestTexts.network;
const none = formatTexts.none;

const nicList: ListOf<Nic> = {
  name: 'nics',
  label: said.title,
  what: said.title,
  idOf: ({ slot }) => slot,
  nothingYet: { title: said.none },
  columns: [
    { id: 'slot', header: said.slot, card: 'title', width: '60px', cell: ({ slot }) => <b>{slot}</b> },
    { id: 'model', header: said.model, width: 'minmax(70px, 1fr)', cell: ({ model }) => model || none },
    { id: 'mac', header: said.mac, width: '160px', cell: ({ mac }) => <Code>{mac || none}</Code> },
    { id: 'bridge', header: said.bridge, width: 'minmax(70px, 1fr)', cell: ({ bridge }) => bridge || none },
    { id: 'vlan', header: said.vlan, labelled: true, width: '90px', cell: ({ vlan }) => vlan || said.untagged },
    { id: 'ip', header: said.ip, labelled: true, width: 'minmax(110px, 1fr)', cell: ({ ip }) => ip || none },
    { id: 'ip6', header: said.ip6, width: 'minmax(110px, 1fr)', card: 'none', cell: ({ ip6 }) => ip6 || none },
    { id: 'firewall', header: said.firewall, width: '80px', card: 'none', cell: ({ firewall }) => (firewall ? said.on : said.off) },
  ],
};

/** How a guest is connected. */
export function Component() {
  const { detail } = useOutletContext<GuestContext>();
  return (
    <Card>
      <Title order={2} size="h4" mb="xs">
        {said.title}
      </Title>
      <List of={nicList} rows={nicsOf(detail.config)} within="card" />
    </Card>
  );
}
