/** The names under which the inventory is kept. */
export const inventoryKeys = {
  all: ['inventory'],
  status: ['inventory', 'status'],
  list: (kind: string, filter: object) => ['inventory', kind, 'list', filter],
  one: (kind: string, id: number) => ['inventory', kind, 'one', id],
  /** Who has what of it. */
  held: ['inventory', 'held'],
  /** What NetBox has of guests. */
  records: ['inventory', 'records'],
  drift: ['inventory', 'drift'],
};
