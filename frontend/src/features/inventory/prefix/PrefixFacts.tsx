import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { Facts } from '@/features/inventory/Facts';
import { Tags } from '@/features/inventory/list/cells';
import { vrfName } from '@/features/inventory/list/vrf';
import { inventoryTexts } from '@/features/inventory/texts';
import type { Prefix } from '@/shared/api/types';
import { Gateway } from './Gateway';
import { NextFree } from './NextFree';
import { Utilization } from './Utilization';

const said = inventoryTexts.prefix;

/** What NetBox has of a prefix, its gateway with where that is from, and the next free address. */
export function PrefixFacts({ prefix }: { prefix: Prefix }) {
  const { id, prefix: network, vlan, tags } = prefix;
  return (
    <Facts
      label={said.facts}
      facts={[
        [inventoryTexts.prefixes.columns.utilization, <Utilization key="used" of={prefix.utilization} />],
        [said.rows.gateway, <Gateway key="gateway" of={prefix} />],
        [said.rows.free, <NextFree key={id} id={id} prefix={network} atOnce />],
        [said.rows.dns, prefix.dns_servers],
        [said.rows.vrf, vrfName(prefix.vrf)],
        [said.rows.site, prefix.site],
        [
          said.rows.vlan,
          vlan ? (
            <Anchor key="vlan" component={Link} to={`/inventory/vlans?q=${vlan.vid}`} size="sm">
              {`${vlan.vid} ${vlan.name}`}
            </Anchor>
          ) : null,
        ],
        [said.rows.role, prefix.role],
        [said.rows.pool, prefix.is_pool ? said.pool : null],
        [said.rows.tags, tags.length > 0 ? <Tags key="tags" tags={tags} /> : null],
        [said.rows.description, prefix.description],
      ]}
    />
  );
}
