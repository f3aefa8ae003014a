import { emptyDraft, type Draft } from '@/features/provision/draft';
import { prefixesOf } from '@/features/provision/families';
import { faultsIn, fieldOf } from '@/features/provision/rules';
import type { GuestEnd } from '@/shared/api/types';
import type { Faults } from '@/shared/form/paths';
import { machineTexts } from './machineTexts';
import { checkReady, usualReady, type Ready } from './ready';

const said = machineTexts;
/** Stands for the number of each in the name. */
export const NUMBER = '{n}';
const MOST = 200;

/** Machines that are made for a reservation, all alike. */
export type MachineSet = {
  /** How many, as it is typed. */
  count: string;
  /** Whether they may be on any node: then the one that has the most room is chosen. */
  any: boolean;
  /** What each of them is; its name is a pattern. */
  draft: Draft;
  ready: Ready;
  /** What becomes of them at the end; empty where that is as of all. */
  end: GuestEnd | '';
};

/** A set before anything is typed: the first of a reservation are called pc-1 and so on. */
export const newMachines = (before: number): MachineSet => ({
  count: '1',
  any: true,
  draft: { ...emptyDraft(), name: before === 0 ? `pc-${NUMBER}` : `pc${before + 1}-${NUMBER}` },
  ready: usualReady,
  end: '',
});

const isCount = (text: string) => /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= MOST;

function checkSet({ count, draft, ready }: MachineSet, at: string): Faults {
  const { name } = draft;
  const faults = faultsIn({ ...draft, name: name.replaceAll(NUMBER, '1'), vmid: '' }, true);
  return {
    ...(!isCount(count) && { [`${at}.count`]: said.countRule }),
    ...Object.fromEntries(Object.entries(checkReady(ready, draft.type)).map(([path, fault]) => [`${at}.ready.${path}`, fault])),
    ...Object.fromEntries(Object.entries(faults).map(([path, fault]) => [`${at}.draft.${path}`, fault])),
    ...(isCount(count) && Number(count) > 1 && !name.includes(NUMBER) && { [`${at}.draft.name`]: said.patternRule }),
  };
}

/** What is wrong with what is to be made, by the rules of the API. */
export function checkMachines(machines: MachineSet[]): Faults {
  const all = machines.reduce((sum, { count }) => sum + (isCount(count) ? Number(count) : 0), 0);
  const faults = Object.fromEntries(machines.flatMap((set, index) => Object.entries(checkSet(set, `machines.${index}`))));
  return all > MOST ? { [`machines.${machines.length - 1}.count`]: said.most(MOST), ...faults } : faults;
}

/** How many addresses of a prefix all of them are to have. */
export const wantedOf = (machines: MachineSet[], prefix: number): number =>
  machines.reduce(
    (sum, { count, draft: { nics } }) => sum + (isCount(count) ? Number(count) : 0) * prefixesOf(nics).filter(({ id }) => id === prefix).length,
    0,
  );

/** The names that the first and the last will have. */
export function namesOf({ count, draft: { name } }: MachineSet): string[] {
  const named = (number: number) => name.replaceAll(NUMBER, String(number));
  return !isCount(count) || name === '' ? [] : [...new Set([named(1), named(Number(count))])];
}

// What stands in the way of an order is told by its own fields; a booking has none of these.
const ORDERED =
  /^(node|name|hostname|cores|memory|disk|disk_size|swap|storage|template|iso|clone_from|full|user|password|ssh_keys|dns|tags|nics|features|unprivileged|ostype)\b/;

/** The place of a field of the API about what is made; null where it is about something else. */
export function machinePlace(field: string): string | null {
  const [whole, index = '', inner] = /^guests\[(\d+)\](?:\.(.*))?$/.exec(field) ?? [];
  if (whole === undefined) {
    return ORDERED.test(field) ? `machines.0.draft.${fieldOf(field)}` : null;
  }
  const at = `machines.${index}`;
  if (inner === undefined || inner === 'count') {
    return `${at}.count`;
  }
  if (inner === 'at_end') {
    return `${at}.end`;
  }
  if (/^ready(\.|$)/.test(inner)) {
    return inner === 'ready' ? `${at}.ready.check` : `${at}.${inner}`;
  }
  return inner === 'kind' ? `${at}.draft.type` : `${at}.draft.${fieldOf(inner.replace(/^request\./, ''))}`;
}
