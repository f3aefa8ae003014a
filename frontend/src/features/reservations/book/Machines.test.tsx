import { fireEvent, screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { open } from '@/app/test/open';
// Fetched before, so that no test waits for it.
import './BookDialog';
import { serveAddresses } from '@/features/inventory/test/allocations';
import { prefix, serveNetBox } from '@/features/inventory/test/netbox';
import { serveWizard, storage } from '@/features/provision/test/wizard';
import { node, reservation } from '@/features/reservations/test/made';
import type { NewReservation, ReservationPreview } from '@/shared/api/types';
import { me, problem } from '@/shared/test/cluster';
import { refuse, server } from '@/shared/test/server';

const sent: NewReservation[] = [];
const refused = problem({
  type: 'urn:direttore:problem:invalid',
  title: 'Invalid',
  status: 400,
  detail: 'two fields are wrong',
  errors: [
    { field: 'guests[0].request.nics[0].vlan', detail: 'is not yours' },
    { field: 'guests[0].request.memory', detail: 'must be 16 at least' },
  ],
});

beforeEach(() => {
  sent.length = 0;
  serveWizard();
  server.use(
    http.get('*/api/session', () => HttpResponse.json(me({ rights: [...me().rights, 'book'] }))),
    http.get('*/api/reservations', () => HttpResponse.json([])),
    http.get('*/api/resources', () => HttpResponse.json([node(), node({ id: 4, name: 'pve2' })])),
    http.get('*/api/proxmox/nodes/:node/storage', () => HttpResponse.json([storage()])),
    http.post('*/api/reservations', async ({ request }) => {
      sent.push((await request.json()) as NewReservation);
      return sent.length === 1 ? refuse(refused) : HttpResponse.json(reservation({ id: 20, title: 'Class' }), { status: 201 });
    }),
  );
});

// By labels, and each once: roles are slow to find among as many fields.
const field = (label: RegExp) => screen.getByLabelText(label, { selector: 'form input, form select' });
const fill = (label: RegExp, value: string) => fireEvent.change(field(label), { target: { value } });

test('a class is booked with its machines, and what the server says of them stands at their fields', async () => {
  open('/reservations?view=list&book=yes');
  await screen.findByText('What it is for, as others shall read it');
  fill(/^Title/, 'Class');
  fill(/^Reserve$/, 'machines');
  fill(/^How many/, '30');
  fill(/^Grace/, '20');
  expect(screen.getByText('From pc-1 to pc-30')).toBeVisible();
  fireEvent.click(field(/^Template/));
  fireEvent.click(await screen.findByText('debian-13'));
  const [memory, bridge, vlan, node] = [field(/^Memory \(MiB\)/), field(/^Bridge/), field(/^VLAN/), field(/^Node/)];
  await waitFor(() => expect(node).toHaveTextContent('Any, now pve2'));
  await waitFor(() => expect(bridge).toHaveValue('vmbr0'));
  const reserve = screen.getByText('Reserve', { selector: 'button span' });

  fireEvent.click(reserve);

  await waitFor(() => expect(memory).toHaveAccessibleDescription('Must be 16 at least.'));
  await waitFor(() => expect(vlan).toHaveAccessibleDescription(/is not yours/));
  expect(screen.getByText('Show less')).toBeVisible();
  fireEvent.change(memory, { target: { value: '4096' } });
  fireEvent.change(vlan, { target: { value: '100' } });
  fireEvent.click(reserve);
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]).toMatchObject({
    title: 'Class',
    claims: [],
    at_end: 'destroy',
    grace_minutes: 20,
    guests: [{ kind: 'vm', name: 'pc-{n}', count: 30, node: 'pve2', request: { clone_from: 9000, memory: 4096, nics: [{ bridge: 'vmbr0', vlan: 100 }] } }],
  });
});

test('the dates of what repeats are asked for once its machines are known', async () => {
  server.use(
    http.post('*/api/reservations', async ({ request }) => {
      const order = (await request.json()) as NewReservation;
      sent.push(order);
      const { start_dt, end_dt } = order;
      const preview: ReservationPreview = {
        start_dt,
        end_dt,
        proxmox_node: 'pve2',
        claims: [],
        holds: { from: start_dt, until: end_dt },
        occurrences: [{ start_dt, end_dt, refused: null }],
      };
      return HttpResponse.json(preview);
    }),
  );
  open('/reservations?view=list&book=yes');
  await screen.findByText('What it is for, as others shall read it');
  fill(/^Reserve$/, 'machines');
  fill(/^Repeat/, 'daily');
  fireEvent.click(field(/^Template/));
  fireEvent.click(await screen.findByText('debian-13'));

  expect(await screen.findByText('free')).toBeVisible();
  expect(sent.map(({ dry_run, guests }) => [dry_run, guests?.[0]?.node, guests?.[0]?.request])).toEqual([
    [true, 'pve2', expect.objectContaining({ clone_from: 9000, nics: [expect.objectContaining({ bridge: 'vmbr0' })] })],
  ]);
});

test('each machine gets an address of a prefix, and too few that are free are said to be', async () => {
  serveNetBox();
  serveAddresses([prefix()], { free: 12 });
  open('/reservations?view=list&book=yes');
  await screen.findByText('What it is for, as others shall read it');
  fill(/^Title/, 'Class');
  fill(/^Reserve$/, 'machines');
  fill(/^How many/, '30');
  fireEvent.click(field(/^Template/));
  fireEvent.click(await screen.findByText('debian-13'));
  await waitFor(() => expect(field(/^Bridge/)).toHaveValue('vmbr0'));
  fireEvent.click(screen.getByText('Network, sign-in and more'));
  fill(/^IPv4$/, 'netbox');
  fireEvent.click(field(/^IPv4 prefix/));
  fireEvent.click(await screen.findByText('10.10.0.0/24'));

  expect(await screen.findByText('Only 12 of the 30 addresses that are needed are free now.')).toBeVisible();
  fill(/^How many/, '12');
  expect(await screen.findByText(/^Each machine gets an address of 10\.10\.0\.0\/24 when it is made\. 12 are free now\./)).toBeVisible();
  sent.push({} as NewReservation);
  fireEvent.click(screen.getByText('Reserve', { selector: 'button span' }));
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]?.guests?.[0]?.request).toMatchObject({ nics: [{ bridge: 'vmbr0', ip: null, prefix: 4 }] });
});
