/** The places in values, such as `name`, `nics.1.vlan` or `tags`. */
export type Path<V> = V extends readonly (infer Item)[]
  ? `${number}` | (Item extends object ? `${number}.${Path<Item>}` : never)
  : V extends object
    ? { [Key in keyof V & string]: Key | (V[Key] extends object ? `${Key}.${Path<V[Key]>}` : never) }[keyof V & string]
    : never;

/** What stands at a place. */
export type At<V, P extends string> = P extends keyof V
  ? V[P]
  : P extends `${infer Head}.${infer Rest}`
    ? Head extends keyof V
      ? At<V[Head], Rest>
      : V extends readonly (infer Item)[]
        ? At<Item, Rest>
        : never
    : V extends readonly (infer Item)[]
      ? Item
      : never;

/** Sentences that say what is wrong, each by its place. */
export type Faults = Record<string, string>;

export const noFaults: Faults = {};

/** A field of the API, such as `nics[1].vlan`, as a place. */
export const pathOf = (field: string): string => field.replaceAll(/\[(\d+)\]/g, '.$1');

/** A place and those that it is in, from within. */
export function around(path: string): string[] {
  const parts = path.split('.');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('.'));
}

/** Whether a place is another one, or in it. */
export const isIn = (path: string, outer: string): boolean => path === outer || path.startsWith(`${outer}.`);

export function valueAt(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => (inner === null || inner === undefined ? undefined : (inner as Record<string, unknown>)[key]), value);
}

/** Whether two values say the same. */
export const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The same with another value at a place. */
export function withValue<T>(whole: T, path: string, value: unknown): T {
  const [key = '', ...rest] = path.split('.');
  const inner = rest.length === 0 ? value : withValue((whole as Record<string, unknown>)[key], rest.join('.'), value);
  return (Array.isArray(whole) ? whole.with(Number(key), inner) : { ...whole, [key]: inner }) as T;
}

/** What the API says of a field, as our own sentences are: beginning and ending as a sentence. */
export const sentence = (detail: string): string => (/^must\b/.test(detail) ? `M${detail.slice(1)}${/[.!?]$/.test(detail) ? '' : '.'}` : detail);
