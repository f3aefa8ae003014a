import { isGrace } from '@/features/reservations/book/ends';
import { checkTimes } from '@/features/reservations/time/typed';
import type { Faults } from '@/shared/form/paths';
import { inNetwork, isAddress, isCidr } from './addresses';
import type { Draft, Nic } from './draft';
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

/** Whether cloud-init, or Proxmox for containers, sets addresses inside. */
export const setsAddresses = ({ type, source }: Pick<Draft, 'type' | 'source'>): boolean => type === 'lxc' || source === 'clone';

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

function nic(card: Nic, index: number, draft: Draft): Faults {
  const at = `nics.${index}.`;
  const faults: Faults = {};
  if (card.bridge === '') {
    faults[`${at}bridge`] = said.bridge;
  }
  if (card.vlan !== '' && !whole(card.vlan, 1, 4094)) {
    faults[`${at}vlan`] = said.vlan;
  }
  if (!setsAddresses(draft)) {
    return faults;
  }
  for (const [mode, ip, gw, version] of [
    ['ipMode', 'ip', 'gw', 4],
    ['ip6Mode', 'ip6', 'gw6', 6],
  ] as const) {
    if (card[mode] === 'static') {
      const twin = draft.nics.findIndex((other, i) => i < index && other[mode] === 'static' && other[ip].split('/')[0] === card[ip].split('/')[0]);
      const wrong = gateway(card[gw], card[ip], version);
      if (!isCidr(card[ip], version)) {
        faults[at + ip] = version === 4 ? said.ip : said.ip6;
      } else if (twin >= 0) {
        faults[at + ip] = said.twice(provisionTexts.network.nic(twin));
      }
      if (wrong) {
        faults[at + gw] = wrong;
      }
    }
  }
  return faults;
}

function network(draft: Draft): Faults {
  const mustHaveStorage = draft.type === 'lxc' || draft.source === 'iso';
  return {
    ...(draft.node === '' && { node: said.node }),
    ...(mustHaveStorage && draft.storage === '' && { storage: said.storage }),
    ...(setsAddresses(draft) && !words(draft.dns).every((word) => isAddress(word, 4) || isAddress(word, 6)) && { dns: said.dns }),
    ...Object.fromEntries(draft.nics.flatMap((card, index) => Object.entries(nic(card, index, draft)))),
  };
}

/** What is wrong with the time for which it is reserved. */
function slot({ slot: { when, grace, atEnd, ...times } }: Draft): Faults {
  const faults = { ...checkTimes(times, Date.now()), ...(atEnd === 'destroy' && !isGrace(grace) && { grace: said.grace }) };
  return when === 'now' ? {} : Object.fromEntries(Object.entries(faults).map(([path, fault]) => [`slot.${path}`, fault]));
}

/** What is wrong on a step, 0 to 3, by the rules of the API's contract. */
function faultsOn(step: number, draft: Draft): Faults {
  const rules: ((draft: Draft) => Faults)[] = [
    (): Faults => ({}),
    ({ template }): Faults => (template === '' ? { template: provisionTexts.template.choose } : {}),
    resources,
    (all): Faults => ({ ...network(all), ...slot(all) }),
  ];
  return rules[step]?.(draft) ?? {};
}

/** What is wrong on any step. */
export const faultsIn = (draft: Draft): Faults => Object.assign({}, ...[0, 1, 2, 3].map((step) => faultsOn(step, draft))) as Faults;

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
    return part === 'dns' ? 'dns' : `nics.${index}.${part}`;
  }
  return renamed[apiField] ?? apiField.replace(/\[\d+\].*$/, '');
}
