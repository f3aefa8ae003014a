import { count } from '@/features/reservations/texts';

/** What is said of parts of nodes, counted in guests. */
export const poolTexts = {
  title: 'Pools',
  open: 'Pools',
  mayNot: 'Operators make pools.',
  detail: 'A pool is a part of a node, counted in guests. Whoever reserves of it makes no more guests on that node while they hold it.',
  what: 'the pools',
  none: 'No pools yet',
  name: 'Name',
  node: 'Node',
  vms: 'VMs at most',
  lxc: 'Containers at most',
  rule: 'A whole number from 0 to 100000.',
  of: (node: string, vms: number, lxc: number) => `${node}: ${count(vms, 'VM', 'VMs')}, ${count(lxc, 'container', 'containers')}`,
  make: 'Make pool',
  save: 'Save',
  change: 'Change',
  changeOf: (name: string) => `Change ${name}`,
  remove: 'Remove',
  removeOf: (name: string) => `Remove ${name}`,
  removeTitle: (name: string) => `Remove ${name}?`,
  removeDetail: 'It goes unless somebody has reserved of it. What was reserved before stays in the calendar.',
};
