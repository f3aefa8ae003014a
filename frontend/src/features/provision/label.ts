import { provisionTexts } from './texts';

const { resources, network } = provisionTexts;
const labels: Record<string, unknown> = { ...resources, ...network };
const known = (name: string): string | null => (typeof labels[name] === 'string' ? labels[name] : null);

/** What a field of the draft is called on the page, such as `net1, VLAN` for `nics.1.vlan`; null when its fault says it all. */
export function labelOf(field: string): string | null {
  const nic = /^nics\.(\d+)\.(\w+)$/.exec(field);
  if (nic === null) {
    return known(field);
  }
  const card = network.nic(Number(nic[1]));
  const name = known(nic[2] ?? '');
  return name === null ? card : `${card}, ${name}`;
}
