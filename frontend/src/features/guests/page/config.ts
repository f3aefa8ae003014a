import { bytes, MIB } from '@/shared/format/bytes';

/** The keys of a guest's configuration whose figures are MiB, which Proxmox does not say with them. */
const inMebibytes = new Set(['memory', 'balloon', 'swap']);

/** A value of a guest's configuration as Proxmox wrote it, empty where it has none. */
export const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** A value of a guest's configuration, with the unit that Proxmox leaves out. */
export function configValue(key: string, value: unknown): string {
  const text = textOf(value);
  const [, figure] = /^(?:current=)?(\d+)$/.exec(text) ?? [];
  return inMebibytes.has(key) && figure !== undefined ? bytes(Number(figure) * MIB) : text;
}
