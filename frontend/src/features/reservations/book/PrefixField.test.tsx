import { fireEvent, screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { open } from '@/app/test/open';
// Fetched before, so that no test waits for it.
import './BookDialog';
import { node, reservation } from '@/features/reservations/test/made';
import type { NewReservation, Prefix } from '@/shared/api/types';
import { me, problem } from '@/shared/test/cluster';
import { refuse, server } from '@/shared/test/server';

const prefix = (id: number, network: string, change: Partial<Prefix> = {}): Prefix => ({
  id,
  prefix: network,
  family: 4,
  status: 'active',
  vrf: 'global',
  description: 'guests',
  site: null,
  role: null,
  tags: [],
  gateway: null,
  gateway_source: null,
  dns_servers: null,
  custom_fields: {},
  site_slug: null,
  vlan: null,
  is_pool: false,
  mark_utilized: false,
  utilization: { percent: 0, of: 'addresses' },
  depth: 0,
  children: 0,
  url: 'https://netbox.example/ipam/prefixes/4/',
  ...change,
});

const sent: NewReservation[] = [];

beforeEach(() => {
  sent.length = 0;
  server.use(
    http.get('*/api/session', () => HttpResponse.json(me({ rights: [...me().rights, 'book'] }))),
    http.get('*/api/reservations', () => HttpResponse.json([])),
    http.get('*/api/resources', () => HttpResponse.json([node()])),
    http.get('*/api/inventory/prefixes', () => HttpResponse.json([prefix(4, '10.10.0.0/24'), prefix(5, '10.0.0.0/8', { status: 'container' })])),
    http.post('*/api/reservations', async ({ request }) => {
      sent.push((await request.json()) as NewReservation);
      return sent.length === 1
        ? refuse(
            problem({
              type: 'urn:direttore:problem:impossible',
              title: 'This cannot be done',
              status: 422,
              detail: 'There are 20 free addresses of 10.10.0.0/24, and 30 are asked for.',
              field: 'claims[0].count',
            }),
          )
        : HttpResponse.json(reservation({ id: 20, title: 'Class' }), { status: 201 });
    }),
  );
});

const field = (label: RegExp) => screen.getByLabelText(label, { selector: 'form input, form select' });
const fill = (label: RegExp, value: string) => fireEvent.change(field(label), { target: { value } });

async function openMore() {
  open('/reservations?view=list&book=yes');
  await screen.findByText('What it is for, as others shall read it');
}

test('any addresses of a prefix are booked, and too few are told at their number', async () => {
  await openMore();
  fill(/^Title/, 'Class');
  fill(/^Reserve$/, 'entry');
  fireEvent.click(await screen.findByLabelText(/^Any addresses of a prefix/, { selector: 'form input' }));
  expect(screen.queryByText('10.0.0.0/8 — guests')).toBeNull();
  fireEvent.click(await screen.findByText('10.10.0.0/24 — guests'));
  fill(/^How many addresses/, '30');
  const reserve = screen.getByText('Reserve', { selector: 'button span' });

  fireEvent.click(reserve);

  await waitFor(() => expect(field(/^How many addresses/)).toHaveAccessibleDescription(/There are 20 free addresses/));
  fill(/^How many addresses/, '20');
  fireEvent.click(reserve);
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]!.claims).toEqual([{ prefix: 4, count: 20 }]);
});

test('without NetBox there is no prefix to choose', async () => {
  server.use(
    http.get('*/api/inventory/prefixes', () =>
      refuse(problem({ type: 'urn:direttore:problem:upstream', title: 'NetBox', status: 502, detail: 'no NetBox is set (NETBOX_URL)' })),
    ),
  );

  await openMore();

  expect(await screen.findByLabelText(/^Addresses/, { selector: 'form input' })).toBeVisible();
  expect(screen.queryByLabelText(/^Any addresses of a prefix/)).toBeNull();
});
