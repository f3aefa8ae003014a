import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { open } from '@/app/test/open';
import { node } from '@/features/reservations/test/made';
import { vlanClaim } from '@/features/reservations/words';
import type { Resource } from '@/shared/api/types';
import { me } from '@/shared/test/cluster';
import { server } from '@/shared/test/server';

const link: NonNullable<Resource['inventory']> = { kind: 'device', id: 12, name: 'leaf01', site: 'FRA1', role: 'Leaf', out_of_service: null, gone: false };
const device = (id: number, name: string, change: Partial<Resource> = {}): Resource =>
  node({ id, kind: 'device', name, tags: ['role:leaf'], cores: null, memory: null, inventory: { ...link, id, name }, ...change });

let there: Resource[];
let removed: string[];

const text = ({ name, inventory }: Resource) => `${name} ${inventory?.site ?? ''} ${inventory?.role ?? ''}`.toLowerCase();

beforeEach(() => {
  removed = [];
  there = [node(), device(12, 'leaf01')];
  server.use(
    http.get('*/api/session', () => HttpResponse.json(me({ rights: [...me().rights, 'book', 'manage-resources'] }))),
    http.get('*/api/resources', ({ request }) => {
      const asked = new URL(request.url).searchParams;
      const [inventory, limit, words] = [asked.get('inventory'), Number(asked.get('limit') ?? there.length), asked.get('q') ?? ''];
      const of = there.filter((each) => inventory === null || (inventory === 'true') === (each.inventory !== null));
      return HttpResponse.json(of.filter((each) => words.split(' ').every((word) => text(each).includes(word))).slice(0, limit));
    }),
    http.delete('*/api/resources/:id', ({ params }) => {
      removed.push(String(params.id));
      there = there.filter(({ id }) => String(id) !== params.id);
      return new HttpResponse(null, { status: 204 });
    }),
  );
});

test('a device says where it stands in NetBox, and leads to its page in the inventory', async () => {
  open('/reservations/resources');

  const row = within(await screen.findByRole('row', { name: /^leaf01/ }));

  expect(row.getByRole('link', { name: 'FRA1 · Leaf' })).toHaveAttribute('href', '/inventory/devices/12');
  expect(row.queryByRole('button', { name: 'Remove leaf01' })).toBeNull();
});

test('what NetBox has no more is removed by hand', async () => {
  const gone = 'no longer in NetBox';
  there = [device(12, 'leaf01', { out_of_service: gone, inventory: { ...link, out_of_service: gone, gone: true } })];
  const { user } = open('/reservations/resources');
  const row = within(await screen.findByRole('row', { name: /^leaf01/ }));
  expect(row.getByText(gone)).toBeVisible();
  expect(row.queryByRole('link', { name: 'FRA1 · Leaf' })).toBeNull();

  await user.click(row.getByRole('button', { name: 'Remove leaf01' }));

  expect(await screen.findByText('leaf01 was removed.')).toBeVisible();
  expect(removed).toEqual(['12']);
});

test('of more than are read ahead, others are found on the server by what is typed', async () => {
  const many = Array.from({ length: 310 }, (_, index) => device(1000 + index, `leaf${String(index)}`));
  there = [...many, device(5000, 'edge77', { inventory: { ...link, id: 5000, name: 'edge77', site: 'VIE1' } })];
  open('/reservations/resources?q=vie1+leaf');

  expect(await screen.findByRole('row', { name: /^edge77/ })).toBeVisible();
  expect(screen.getByText(/^Not all that is in NetBox is shown/)).toBeVisible();
});

test('the dialog finds a device by its site and role', async () => {
  there = [node(), device(12, 'leaf01'), device(13, 'leaf02', { inventory: { ...link, id: 13, name: 'leaf02', site: 'VIE1' } })];
  const { user } = open('/reservations/resources');
  await user.click(await screen.findByRole('button', { name: 'Reserve leaf01' }));
  const dialog = within(await screen.findByRole('dialog'));
  const field = await dialog.findByRole('combobox', { name: /^Device/ });
  await waitFor(() => expect(field).toHaveValue('leaf01 — FRA1 · Leaf'));

  await user.clear(field);
  await user.type(field, 'vie1');

  await user.click(await screen.findByRole('option', { name: 'leaf02 — VIE1 · Leaf' }));
  expect(field).toHaveValue('leaf02 — VIE1 · Leaf');
});

test('a VLAN goes by its number where that is its name', () => {
  expect(vlanClaim('110')).toEqual({ vlan: 110 });
  expect(vlanClaim('fra1-servers/110')).toEqual({ vlan_name: 'fra1-servers/110' });
});
