import { isGrace } from '@/features/reservations/book/ends';
import { checkTimes } from '@/features/reservations/time/typed';
import type { Faults } from '@/shared/form/paths';
import { inNetwork, isAddress, isCidr } from './addresses';
import type { Draft, Nic } from './draft';
import { addressOf, families, type Family, isLater, setsAddresses } from './families';
import { provisionTexts } from './texts';

const said = provisionTexts.rules;
const LABEL = /^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;
const USER = /^(?=.{1,64}$)[\p{L}_][\p{L}\p{N}_.-]*( [\p{L}\p{N}_.-]+)*$/u;
const TAG = /^[a-z0-9_][a-z0-9_.+-]{0,63}$/;
const OPTION = String.raw`[A-Za-z0-9-]+(?:="(?:[^"\\]|\\.)*")?`;
const KEY = new RegExp(`^(?:${OPTION}(?:,${OPTION})*[ \\t]+)?(?:ssh|ecdsa|sk)-[a-z0-9@.-]+[ \\t]+[A-Za-z0-9+/=]+(?:[ \\t].*)?$`);

const whole = (text: string, least: number, most: number) => /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most;
export const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
export const words = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);
const isName = (name: string) => name.length <= 253 && name.split('.').every((label) => LABEL.test(label));

function resources(draft: Draft): Faults {
  const { type, source } = draft;
  const diskFree = type === 'vm' && source === 'clone' && draft.disk === '';
  return {
    ...(!isName(draft.name) && { name: said.name }),
    ...(draft.vmid !== '' && !whole(draft.vmid, 100, 999_999_999) && { vmid: said.vmid }),
    ...(!whole(draft.cores, 1, 512) && { cores: said.cores }),
    ...(!whole(draft.memory, 16, 16_777_216) && { memory: said.memory }),
    ...(!diskFree && !whole(draft.disk, 1, 131_072) && { disk: said.disk }),
    ...(type === 'lxc' && !whole(draft.swap, 0, 1_048_576) && { swap: said.swap }),
    ...(draft.password !== '' && draft.password.length < 5 && { password: said.password }),
    ...(type === 'vm' && draft.user !== '' && !USER.test(draft.user) && { user: said.user }),
    ...(!lines(draft.sshKeys).every((line) => KEY.test(line)) && { sshKeys: said.keys }),
    ...(!draft.tags.every((tag) => TAG.test(tag)) && { tags: said.tag }),
  };
}

function gateway(gw: string, cidr: string, version: 4 | 6): string | null {
  if (gw === '') {
    return null;
  }
  if (!isAddress(gw, version)) {
    return version === 4 ? said.gw : said.gw6;
  }
  if (!isCidr(cidr, version)) {
    return null;
  }
  return gw === cidr.split('/')[0] ? said.gwSame : inNetwork(gw, cidr, version) ? null : said.gwOutside(cidr);
}

/** What is wrong with what it has of NetBox. */
function fromNetBox(card: Nic, { from, family }: Family, later: boolean): string | null {
  const { prefix, held } = card[from];
  if (prefix === null) {
    return said.prefix;
  }
  if (later) {
    return family === 6 && card.ipMode === 'netbox' ? said.onePrefix : null;
  }
  return held === null ? said.notHeld : held.lost ? said.lost : null;
}

/** What is wrong with an address that is typed or held. */
function address(card: Nic, index: number, nics: Nic[], of: Family): string | null {
  const mine = addressOf(card, of) ?? '';
  const host = mine.split('/')[0];
  const twin = nics.findIndex((other, i) => i < index && addressOf(other, of)?.split('/')[0] === host);
  if (!isCidr(mine, of.family)) {
    return of.family === 4 ? said.ip : said.ip6;
  }
  return twin >= 0 ? said.twice(provisionTexts.network.nic(twin)) : null;
}

function nic(card: Nic, index: number, draft: Draft, later: boolean): Faults {
  const at = `nics.${index}.`;
  const faults: Faults = {};
  if (card.bridge === '') {
    faults[`${at}bridge`] = said.bridge;
  }
  if (card.vlan !== '' && !whole(card.vlan, 1, 4094)) {
    faults[`${at}vlan`] = said.vlan;
  }
  for (const of of setsAddresses(draft) ? families : []) {
    const netbox = card[of.mode] === 'netbox';
    const missing = netbox ? fromNetBox(card, of, later) : null;
    const known = card[of.mode] === 'static' || (netbox && !later);
    const wrong = missing ?? (known ? address(card, index, draft.nics, of) : null);
    if (wrong !== null) {
      faults[at + of.ip] = wrong;
    }
    const wrongGateway = known && missing === null ? gateway(card[of.gw], addressOf(card, of) ?? '', of.family) : null;
    if (wrongGateway !== null) {
      faults[at + of.gw] = wrongGateway;
    }
  }
  return faults;
}

function network(draft: Draft, later: boolean): Faults {
  const mustHaveStorage = draft.type === 'lxc' || draft.source === 'iso';
  return {
    ...(draft.node === '' && { node: said.node }),
    ...(mustHaveStorage && draft.storage === '' && { storage: said.storage }),
    ...(setsAddresses(draft) && !words(draft.dns).every((word) => isAddress(word, 4) || isAddress(word, 6)) && { dns: said.dns }),
    ...Object.fromEntries(draft.nics.flatMap((card, index) => Object.entries(nic(card, index, draft, later)))),
  };
}

/** What is wrong with the time for which it is reserved. */
function slot({ slot: { when, grace, atEnd, ...times } }: Draft): Faults {
  const faults = { ...checkTimes(times, Date.now()), ...(atEnd === 'destroy' && !isGrace(grace) && { grace: said.grace }) };
  return when === 'now' ? {} : Object.fromEntries(Object.entries(faults).map(([path, fault]) => [`slot.${path}`, fault]));
}

/** What is wrong on a step, 0 to 3, by the rules of the API's contract. */
function faultsOn(step: number, draft: Draft, later: boolean): Faults {
  const rules: ((draft: Draft) => Faults)[] = [
    (): Faults => ({}),
    ({ template }): Faults => (template === '' ? { template: provisionTexts.template.choose } : {}),
    resources,
    (all): Faults => ({ ...network(all, later), ...slot(all) }),
  ];
  return rules[step]?.(draft) ?? {};
}

/** What is wrong on any step of what is made now, or later. */
export const faultsIn = (draft: Draft, later = isLater(draft)): Faults =>
  Object.assign({}, ...[0, 1, 2, 3].map((step) => faultsOn(step, draft, later))) as Faults;

const firstStep: Faults = { node: '3', type: '0', source: '0', template: '1', wait: '1', storage: '3', copy: '3', dns: '3' };

/** The step on which a field stands. */
export const stepOf = (field: string): number => Number(firstStep[field] ?? (/^(nics|slot)/.test(field) ? 3 : 2));

const renamed: Record<string, string> = {
  title: 'slot.title',
  start_dt: 'slot.start',
  end_dt: 'slot.end',
  time_zone: 'slot.zone',
  at_end: 'slot.atEnd',
  grace_minutes: 'slot.grace',
  hostname: 'name',
  iso: 'template',
  clone_from: 'template',
  disk_size: 'disk',
  ssh_keys: 'sshKeys',
  description: 'note',
  full: 'copy',
  wait_for_lock: 'wait',
  'features.nesting': 'nesting',
};

/** The draft's field that a field of the API's order came from. */
export function fieldOf(apiField: string): string {
  const ordered = apiField.replace(/^guests\[0\]\.(?:request\.)?/, '');
  if (ordered !== apiField) {
    return fieldOf(ordered);
  }
  const [, index, part = 'bridge'] = /^nics\[(\d+)\](?:\.(\w+))?$/.exec(apiField) ?? [];
  if (index !== undefined) {
    return part === 'dns' ? 'dns' : `nics.${index}.${/^(allocations|prefix)$/.test(part) ? 'ip' : part}`;
  }
  return renamed[apiField] ?? apiField.replace(/\[\d+\].*$/, '');
}
