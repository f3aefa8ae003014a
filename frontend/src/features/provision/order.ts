import { book, preview } from '@/features/reservations/api';
import { writtenOf } from '@/features/reservations/time/typed';
import { api, body } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import type { NewReservation, PlacementFilter } from '@/shared/api/types';
import { type Draft, type Nic, NO_IMAGE } from './draft';
import { addressOf, families, type Family, heldFor, prefixesOf, setsAddresses } from './families';
import { lines, words } from './rules';

type NewVm = components['schemas']['NewVm'];
type NewContainer = components['schemas']['NewContainer'];

function addressing(nic: Nic, of: Family, later: boolean) {
  const mode = nic[of.mode];
  const address = later && mode === 'netbox' ? null : addressOf(nic, of);
  return {
    [of.ip]: mode === 'auto' || mode === 'dhcp' ? mode : address,
    ...(address !== null && nic[of.gw] && { [of.gw]: nic[of.gw] }),
  };
}

/** How it gets its addresses; `later` those of NetBox are taken when it is made. */
function addresses(nic: Nic, later: boolean) {
  const held = later ? [] : heldFor(nic);
  const [prefix] = later ? prefixesOf([nic]) : [];
  return {
    ...addressing(nic, families[0], later),
    ...addressing(nic, families[1], later),
    ...(held.length > 0 && { allocations: held.map(({ id }) => id) }),
    ...(prefix && { prefix: prefix.id }),
  };
}

function shared(draft: Draft) {
  return {
    ...(draft.vmid && { vmid: Number(draft.vmid) }),
    cores: Number(draft.cores),
    memory: Number(draft.memory),
    ...(draft.password && { password: draft.password }),
    ...(draft.sshKeys.trim() && { ssh_keys: lines(draft.sshKeys) }),
    ...(draft.dns.trim() && setsAddresses(draft) && { dns: words(draft.dns) }),
    ...(draft.note && { description: draft.note }),
    ...(draft.team && { team: draft.team }),
    ...(draft.tags.length > 0 && { tags: draft.tags }),
    start_after_create: draft.start,
  };
}

const image = ({ template }: Draft) => (template === NO_IMAGE ? {} : { iso: template });

const system = ({ ostype }: Draft) => (ostype ? { ostype: ostype as NonNullable<NewVm['ostype']> } : {});

const card = (nic: Nic) => ({ bridge: nic.bridge, vlan: nic.vlan ? Number(nic.vlan) : null });

/** What shall be placed, before anybody says where. */
export function wantedOf(draft: Draft): PlacementFilter {
  const { type, source, template } = draft;
  return {
    ...(type === 'lxc' ? { template } : source === 'iso' ? image(draft) : { clone_from: Number(template) }),
    cores: Number(draft.cores),
    memory: Number(draft.memory),
    ...(draft.disk && { disk: `${draft.disk}G` }),
    start: draft.start,
    ...(draft.tags.length > 0 && { tags: draft.tags.join(',') }),
    ...(draft.team && { team: draft.team }),
  };
}

/** The order of a VM. */
export function vmOf(draft: Draft, later = false): NewVm {
  const { password, ssh_keys, ...rest } = shared(draft);
  const nics = draft.nics.map((nic) => ({ ...card(nic), model: nic.model, ...(draft.source === 'clone' && addresses(nic, later)) }));
  if (draft.source === 'iso') {
    return { name: draft.name, ...rest, ...system(draft), disk: `${draft.disk}G`, storage: draft.storage, ...image(draft), nics };
  }
  return {
    name: draft.name,
    ...rest,
    clone_from: Number(draft.template),
    ...system(draft),
    ...(draft.copy !== 'auto' && { full: draft.copy === 'full' }),
    ...(!draft.wait && { wait_for_lock: false }),
    ...(draft.storage && { storage: draft.storage }),
    ...(draft.disk && { disk: `${draft.disk}G` }),
    ...(draft.user && { user: draft.user }),
    ...(password && { password }),
    ...(ssh_keys && { ssh_keys }),
    nics,
  };
}

/** The order of a container. */
export function containerOf(draft: Draft, later = false): NewContainer {
  return {
    hostname: draft.name,
    ...shared(draft),
    swap: Number(draft.swap),
    storage: draft.storage,
    disk_size: Number(draft.disk),
    template: draft.template,
    nics: draft.nics.map((nic, index) => ({ name: `eth${index}`, ...card(nic), ...addresses(nic, later) })),
    unprivileged: draft.unprivileged,
    features: { nesting: draft.nesting },
  };
}

export const bodyOf = (draft: Draft, later = false): NewVm | NewContainer => (draft.type === 'vm' ? vmOf(draft, later) : containerOf(draft, later));

type Ordered = components['schemas']['OrderedGuest'];

/** Guests of a reservation, all alike; `{n}` in their name stands for the number of each. Which VMIDs are free then is not known yet. */
export function guestsOf(draft: Draft, count: number): Ordered {
  const order: { name?: string; hostname?: string } = bodyOf({ ...draft, vmid: '' }, true);
  const { name, hostname, ...request } = order;
  // The contract does not say what is in it: it is the order of a VM or of a container.
  return { kind: draft.type, name: name ?? hostname ?? '', count, node: draft.node, request: request };
}

/** The reservation that brings it into being. */
export function bookingOf(draft: Draft): NewReservation {
  const { title, atEnd, grace, ...times } = draft.slot;
  return {
    title: title.trim() || draft.name,
    ...writtenOf(times),
    claims: [],
    guests: [guestsOf(draft, 1)],
    at_end: atEnd,
    ...(atEnd === 'destroy' && { grace_minutes: Number(grace) }),
    ...(draft.team && { team: draft.team }),
  };
}

export const pathOf = ({ node, type, slot }: Draft): string =>
  slot.when === 'reserved' ? '/api/reservations' : `/api/proxmox/nodes/${encodeURIComponent(node)}/${type === 'vm' ? 'vms' : 'lxc'}`;

/** Lets the server check an order without taking it. */
export async function check(draft: Draft): Promise<void> {
  if (draft.slot.when === 'reserved') {
    await preview(bookingOf(draft));
    return;
  }
  const params = { path: { node: draft.node }, query: { check: true } };
  if (draft.type === 'vm') {
    await api.POST('/api/proxmox/nodes/{node}/vms', { params, body: vmOf(draft) });
  } else {
    await api.POST('/api/proxmox/nodes/{node}/lxc', { params, body: containerOf(draft) });
  }
}

/** Orders the guest, or reserves it; the same key sent twice makes one. Answers with the number of the operation, or the reservation. */
export async function create(draft: Draft, key: string): Promise<{ operation: string } | { reservation: number }> {
  if (draft.slot.when === 'reserved') {
    return { reservation: (await book(bookingOf(draft), key)).id };
  }
  const params = { path: { node: draft.node }, header: { Prefer: 'wait=0', 'Idempotency-Key': key } };
  const call =
    draft.type === 'vm'
      ? api.POST('/api/proxmox/nodes/{node}/vms', { params, body: vmOf(draft) })
      : api.POST('/api/proxmox/nodes/{node}/lxc', { params, body: containerOf(draft) });
  const answer = await body(call);
  return { operation: 'operation' in answer ? answer.operation : '' };
}

/** The order as people may see it. */
export function shownBody(draft: Draft): string {
  const shown = { ...draft, password: draft.password ? '…' : '' };
  return JSON.stringify(draft.slot.when === 'reserved' ? bookingOf(shown) : bodyOf(shown), null, 2);
}

/** The order as a command. */
export function curlOf(draft: Draft, origin: string): string {
  const json = shownBody(draft).replaceAll("'", "'\\''");
  return `curl -fsS ${origin}${pathOf(draft)} \\\n  -H 'Content-Type: application/json' \\\n  -d '${json}'`;
}
