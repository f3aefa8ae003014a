import { expect, test } from 'vitest';
import { nicsOf } from './nics';

test('reads the cards of a VM with the addresses of cloud-init', () => {
  const config = {
    net1: 'e1000=BC:24:11:00:00:02,bridge=vmbr1,tag=100,firewall=1',
    net0: 'virtio=BC:24:11:00:00:01,bridge=vmbr0',
    ipconfig0: 'ip=dhcp,ip6=auto',
    cores: 2,
  };

  expect(nicsOf(config)).toEqual([
    { slot: 'net0', model: 'virtio', mac: 'BC:24:11:00:00:01', bridge: 'vmbr0', vlan: '', ip: 'dhcp', ip6: 'auto', firewall: false },
    { slot: 'net1', model: 'e1000', mac: 'BC:24:11:00:00:02', bridge: 'vmbr1', vlan: '100', ip: '', ip6: '', firewall: true },
  ]);
});

test('reads the cards of a container in the order of their slots', () => {
  const config = { net10: 'name=eth10,bridge=vmbr0', net2: 'name=eth2,bridge=vmbr0,hwaddr=BC:24:11:00:00:03,ip=10.0.0.5/24,type=veth' };

  expect(nicsOf(config).map(({ slot, model, ip }) => [slot, model, ip])).toEqual([
    ['net2', 'eth2', '10.0.0.5/24'],
    ['net10', 'eth10', ''],
  ]);
});
