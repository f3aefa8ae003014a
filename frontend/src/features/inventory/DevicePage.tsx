import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { problemOf } from '@/shared/api/problem';
import type { DevicePage, NetBoxDevice } from '@/shared/api/types';
import { Known } from '@/shared/ui/Known';
import { Moment } from '@/shared/ui/Moment';
import { Page } from '@/shared/ui/Page';
import { SectionCard } from '@/shared/ui/SectionCard';
import { deviceQuery } from './api';
import { ConfigContext } from './device/ConfigContext';
import { Interfaces } from './device/Interfaces';
import { Facts } from './Facts';
import { Gone } from './Gone';
import { Status, Tags } from './list/cells';
import { deviceName } from './list/devices';
import { HeldCard } from './held/HeldCard';
import { NetBoxButton } from './NetBoxButton';
import { SourceBadge, SourceTrouble } from './Source';
import { inventoryTexts } from './texts';

const said = inventoryTexts.device;

function DeviceFacts({ device }: { device: NetBoxDevice }) {
  const { site, location, rack, role, device_type: type, platform, tenant, primary_ip4: ip4, primary_ip6: ip6, tags = [] } = device;
  return (
    <Facts
      label={said.facts}
      facts={[
        [said.rows.site, site?.display],
        [said.rows.location, location?.display],
        [said.rows.rack, rack?.display],
        [said.rows.role, role?.display],
        [said.rows.type, type?.display],
        [said.rows.platform, platform?.display],
        [said.rows.tenant, tenant?.display],
        [said.rows.ip4, ip4?.display],
        [said.rows.ip6, ip6?.display],
        [said.rows.serial, device.serial],
        [said.rows.asset, device.asset_tag],
        [said.rows.tags, tags.length > 0 ? <Tags key="tags" tags={tags.map(({ name }) => name)} /> : null],
        [said.rows.description, device.description],
        [said.rows.updated, device.last_updated ? <Moment key="updated" at={device.last_updated} /> : null],
      ]}
    />
  );
}

function Whole({ page: { device, interfaces, config_context: context } }: { page: DevicePage }) {
  return (
    <Stack>
      <SectionCard title={said.facts}>
        <DeviceFacts device={device} />
      </SectionCard>
      <HeldCard kind="device" id={device.id} />
      <SectionCard title={said.interfaces}>
        <Interfaces of={interfaces} />
      </SectionCard>
      <SectionCard title={said.context} detail={said.contextDetail}>
        <ConfigContext of={context} />
      </SectionCard>
    </Stack>
  );
}

/** A device of NetBox. */
export function Component() {
  const { id = '' } = useParams();
  const query = useQuery(deviceQuery(Number(id)));
  if (query.error && problemOf(query.error).status === 404) {
    return <Gone title={said.gone} detail={said.goneDetail} to="/inventory/devices" toList={said.toList} />;
  }
  const page = query.data?.data;
  const status = page?.device.status;
  return (
    <Page
      id={`/inventory/devices/${id}`}
      title={page ? deviceName(page.device) : said.title}
      beside={
        <>
          {status && <Status status={status.value} label={status.label} />}
          <SourceBadge />
        </>
      }
      actions={page && <NetBoxButton url={page.url} />}
    >
      <SourceTrouble />
      <Known query={query} what={said.what} aged>
        {({ data }) => <Whole page={data} />}
      </Known>
    </Page>
  );
}
