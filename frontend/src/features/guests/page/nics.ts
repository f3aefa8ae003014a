import { textOf } from './config';

/** A network card as a guest's configuration tells it. */
export type Nic = {
  slot: string;
  model: string;
  mac: string;
  bridge: string;
  vlan: string;
  ip: string;
  ip6: string;
  firewall: boolean;
};

const models = ['virtio', 'e1000', 'e1000e', 'rtl8139', 'vmxnet3'];

/** The values of a property string such as `virtio=BC:24:11:00:00:01,bridge=vmbr0,tag=100`. */
function parts(text: string): Map<string, string> {
  return new Map(text.split(',').map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]));
}

/** The network cards of a VM or container, in the order of their slots; a VM's addresses are cloud-init's. */
export function nicsOf(config: Record<string, unknown>): Nic[] {
  return Object.keys(config)
    .filter((key) => /^net\d+$/.test(key))
    .sort((a, b) => Number(a.slice(3)) - Number(b.slice(3)))
    .map((slot) => {
      const net = parts(textOf(config[slot]));
      const address = parts(textOf(config[`ipconfig${slot.slice(3)}`]));
      const model = models.find((name) => net.has(name)) ?? '';
      return {
        slot,
        model: model || (net.get('name') ?? ''),
        mac: net.get('hwaddr') ?? net.get(model) ?? '',
        bridge: net.get('bridge') ?? '',
        vlan: net.get('tag') ?? '',
        ip: net.get('ip') ?? address.get('ip') ?? '',
        ip6: net.get('ip6') ?? address.get('ip6') ?? '',
        firewall: net.get('firewall') === '1',
      };
    });
}
