import type { InventoryVlan, Prefix } from '@/shared/api/types';

/** A VLAN of NetBox that a network card is to be on, as it was when it was chosen. */
export type NicVlan = Pick<InventoryVlan, 'id' | 'vid' | 'name' | 'site' | 'group' | 'prefixes'>;

/** A prefix of NetBox that a network card has its address of, as it was when it was chosen. */
export type NicPrefix = Pick<Prefix, 'id' | 'prefix' | 'gateway' | 'gateway_source' | 'dns_servers'>;

/** An address that is held for a network card; its length is that of the prefix. */
export type Held = {
  /** The allocation's. */
  id: string;
  address: string;
  /** Whether it is held no more, as far as that was heard. */
  lost: boolean;
};

/** What a network card has of NetBox for one version of IP. */
export type FromNetBox = { prefix: NicPrefix | null; held: Held | null };

export const nothingTaken: FromNetBox = { prefix: null, held: null };

export const vlanOf = ({ id, vid, name, site, group, prefixes }: InventoryVlan): NicVlan => ({ id, vid, name, site, group, prefixes });

export const prefixOf = ({ id, prefix, gateway, gateway_source, dns_servers }: Prefix): NicPrefix => ({
  id,
  prefix,
  gateway,
  gateway_source,
  dns_servers,
});
