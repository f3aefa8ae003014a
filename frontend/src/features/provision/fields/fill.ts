import type { FromNetBox } from '@/features/inventory/nic/held';
import type { Draft } from '@/features/provision/draft';
import type { Family } from '@/features/provision/families';

/**
 * What changes in a draft when a network card has something else of NetBox: with an address come its prefix's gateway and name
 * servers, and go with it. What somebody typed stays; a guest has one gateway.
 */
export function filled(draft: Draft, index: number, { gw, from }: Family, next: FromNetBox, later: boolean): Partial<Draft> {
  const before = draft.nics[index]?.[from].prefix ?? null;
  const has = later || next.held !== null;
  const elsewhere = draft.nics.some((nic, i) => i !== index && nic[gw] !== '');
  const nics = draft.nics.map((nic, i) => {
    if (i !== index) {
      return nic;
    }
    const untouched = nic[gw] === '' || nic[gw] === before?.gateway;
    const gateway = has && !later && !elsewhere ? (next.prefix?.gateway ?? '') : '';
    return { ...nic, [from]: next, ...(untouched && { [gw]: gateway }) };
  });
  const untouched = draft.dns === '' || draft.dns === before?.dns_servers;
  return { nics, ...(untouched && { dns: has ? (next.prefix?.dns_servers ?? '') : '' }) };
}
