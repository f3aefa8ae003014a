import { expect, test } from 'vitest';
import { emptyDraft, newNic } from '@/features/provision/draft';
import { checkBooking, emptyBooking, type Booking } from './booking';
import { machinePlace, namesOf, newMachines, type MachineSet } from './machines';
import { orderOf, suggested } from './order';
import { placeIn, placeOf } from './places';
import { usualReady } from './ready';

const from = Date.parse('2026-11-30T09:00Z');
const draft = { ...emptyDraft(), node: 'pve1', template: '9000', name: 'pc-{n}', nics: [newNic('vmbr0')] };
const pcs: MachineSet = { count: '30', any: true, draft, ready: usualReady, end: '' };
const booking = (change: Partial<Booking> = {}) => emptyBooking(from, from + 7_200_000, 'UTC', { title: 'BGP', what: 'machines', machines: [pcs], ...change });
const check = checkBooking(() => from - 60_000);

test('machines are ordered as the wizard orders one, under a pattern of names and without a VMID', () => {
  const secret = { ...draft, password: 'correct horse', vmid: '1044' };
  expect(check(booking())).toEqual({});
  expect(orderOf(booking({ machines: [{ ...pcs, draft: secret }], team: 'networks', madeEnd: 'destroy', grace: '20' }))).toMatchObject({
    claims: [],
    at_end: 'destroy',
    grace_minutes: 20,
    guests: [
      {
        kind: 'vm',
        name: 'pc-{n}',
        count: 30,
        node: 'pve1',
        request: { clone_from: 9000, cores: 2, memory: 2048, password: 'correct horse', team: 'networks', start_after_create: true },
      },
    ],
  });
  const [guests] = orderOf(booking({ machines: [{ ...pcs, draft: secret }] })).guests ?? [];
  expect(guests?.request).not.toHaveProperty('name');
  expect(guests?.request).not.toHaveProperty('vmid');
});

test('a container has its host name taken out too, and another end leaves no grace', () => {
  const container = { ...draft, type: 'lxc' as const, template: 'local:vztmpl/ubuntu.tar.zst', disk: '8', storage: 'local-lvm' };
  const order = orderOf(booking({ machines: [{ ...pcs, count: '1', draft: container }], madeEnd: 'shutdown' }));

  expect(order).toMatchObject({ at_end: 'shutdown', guests: [{ kind: 'lxc', name: 'pc-{n}', count: 1, request: { disk_size: 8 } }] });
  expect(order).not.toHaveProperty('grace_minutes');
  expect(order.guests?.[0]?.request).not.toHaveProperty('hostname');
});

test('what is wrong with them is said at their fields', () => {
  const faults = (...machines: MachineSet[]) => Object.keys(check(booking({ machines })));
  expect(faults({ ...pcs, draft: { ...draft, name: 'pc' } })).toEqual(['machines.0.draft.name']);
  expect(faults({ ...pcs, count: '1', draft: { ...draft, name: 'pc' } })).toEqual([]);
  expect(faults({ ...pcs, count: '201', draft: { ...draft, cores: '0', template: '' } })).toEqual([
    'machines.0.count',
    'machines.0.draft.template',
    'machines.0.draft.cores',
  ]);
  expect(faults({ ...pcs, count: '150' }, { ...pcs, count: '51' })).toEqual(['machines.1.count']);
  expect(Object.keys(check(booking({ grace: '1441' })))).toEqual(['grace']);
});

test('they are ready when what is chosen answers, and end each in their own way', () => {
  const ready = { check: 'port', port: '22', minutes: '10' } as const;
  const order = orderOf(booking({ machines: [{ ...pcs, ready, end: 'stop' }, pcs], lead: '15' }));

  expect(order).toMatchObject({
    at_end: 'destroy',
    lead_minutes: 15,
    guests: [{ ready: { check: 'port', port: 22, minutes: 10 }, at_end: 'stop' }, {}],
  });
  expect(order.guests?.[1]).not.toHaveProperty('ready');
  expect(order.guests?.[1]).not.toHaveProperty('at_end');
  const agent = orderOf(booking({ machines: [{ ...pcs, ready: { ...ready, check: 'agent' } }] })).guests?.[0]?.ready;
  expect(agent).toEqual({ check: 'agent', minutes: 10 });
});

test('beside a guest that is there, what is made keeps its own end', () => {
  const order = orderOf(booking({ what: 'guest', guest: '104', machines: [pcs], atStart: 'snapshot', atEnd: 'restore', endAs: 'clean' }));

  expect(order).toMatchObject({ claims: [{ guest: 104 }], at_start: 'snapshot', at_end: 'restore:clean', guests: [{ at_end: 'destroy' }] });
});

test('a readiness that cannot be is said at its field', () => {
  const faults = (change: Partial<MachineSet>) => Object.keys(check(booking({ machines: [{ ...pcs, ...change }] })));
  const container = { ...draft, type: 'lxc' as const, template: 'local:vztmpl/ubuntu.tar.zst', disk: '8', storage: 'local-lvm' };
  expect(faults({ ready: { check: 'port', port: '70000', minutes: '61' } })).toEqual(['machines.0.ready.port', 'machines.0.ready.minutes']);
  expect(faults({ ready: { ...usualReady, port: '' } })).toEqual([]);
  expect(faults({ draft: container, ready: { ...usualReady, check: 'agent' } })).toEqual(['machines.0.ready.check']);
  expect(Object.keys(check(booking({ lead: 'soon' })))).toEqual(['lead']);
});

test('what the server says of them stands at their fields too', () => {
  expect(placeOf('guests[1].count')).toBe('machines.1.count');
  expect(placeOf('guests[0].name')).toBe('machines.0.draft.name');
  expect(placeOf('guests[0].request.nics[1].vlan')).toBe('machines.0.draft.nics.1.vlan');
  expect(placeOf('guests[0].request.clone_from')).toBe('machines.0.draft.template');
  expect(placeOf('nics[0].bridge')).toBe('machines.0.draft.nics.0.bridge');
  expect(placeOf('guests[1].ready.port')).toBe('machines.1.ready.port');
  expect(placeOf('guests[1].at_end')).toBe('machines.1.end');
  expect(placeOf('lead_minutes')).toBe('lead');
  expect(placeOf('at_start')).toBe('atStart');
  const machines = [newMachines(0)];
  expect(placeIn({ what: 'machines', machines }, 'at_end')).toBe('madeEnd');
  expect(placeIn({ what: 'guest', machines }, 'at_end')).toBe('atEnd');
  expect(placeIn({ what: 'machines', machines }, 'at_start')).toBe('atStart');
  expect(placeOf('claims[0].cores')).toBe('cores');
  expect(machinePlace('title')).toBeNull();
});

test('the first and the last name are told before they are made', () => {
  expect(namesOf(pcs)).toEqual(['pc-1', 'pc-30']);
  expect(namesOf({ ...pcs, count: '1', draft: { ...draft, name: 'server' } })).toEqual(['server']);
  expect(namesOf({ ...pcs, count: 'many' })).toEqual([]);
  expect(newMachines(1).draft.name).not.toBe(newMachines(0).draft.name);
});

test('a suggestion on another node takes them there', () => {
  const free = { start_dt: '2026-11-30T13:00:00Z', end_dt: '2026-11-30T15:00:00Z', proxmox_node: 'pve2', claims: [], same_time: true };

  expect(suggested(free, booking())).toMatchObject({ machines: [{ any: false, count: '30', draft: { node: 'pve2' } }] });
});

test('machines on two nodes stay there at another time', () => {
  const free = { start_dt: '2026-11-30T13:00:00Z', end_dt: '2026-11-30T15:00:00Z', proxmox_node: 'pve1', claims: [], same_time: false };
  const two = [pcs, { ...pcs, draft: { ...draft, node: 'pve2' } }];

  expect(suggested(free, booking({ machines: two }))).not.toHaveProperty('machines');
});
