import { unbounded } from '@/features/reservations/lanes/layout';
import type { Claim, Reservation, Resource, WaitingEntry } from '@/shared/api/types';

/** A node that can be shared, unless told otherwise. */
export const node = (change: Partial<Resource> = {}): Resource => ({
  id: 3,
  kind: 'node',
  name: 'pve1',
  ...unbounded,
  cores: 32,
  memory: 65_536,
  ...change,
});

/** The whole of pve1, unless told otherwise. */
export const claim = (change: Partial<Claim> = {}): Claim => ({
  resource: { id: 3, kind: 'node', name: 'pve1' },
  whole: true,
  cores: null,
  memory: null,
  disk: null,
  vms: null,
  lxc: null,
  ...change,
});

/** Ana's lesson on the whole of pve1, which is booked, unless told otherwise; it holds what it is for, unless told otherwise. */
export function reservation(change: Partial<Reservation> = {}): Reservation {
  const { start_dt = '2026-11-30T09:00:00+01:00', end_dt = '2026-11-30T12:00:00+01:00' } = change;
  return {
    id: 17,
    title: 'BGP lesson',
    requester: 'ana',
    resource_type: 'vm',
    proxmox_node: 'pve1',
    vmid: null,
    start_dt,
    end_dt,
    status: 'pending',
    notes: '',
    uid: '0198c0de-5b1c-7000-8000-000000000017',
    phase: 'booked',
    version: 1,
    time_zone: 'Europe/Rome',
    team: null,
    private: false,
    kind: 'booking',
    claims: [claim()],
    holds: { from: start_dt, until: end_dt },
    series: null,
    at_start: 'nothing',
    at_end: 'nothing',
    lead_minutes: 0,
    grace_minutes: 0,
    guests: [],
    parts: { total: 0, ready: 0, failed: 0 },
    created_at: '2026-11-29T09:00:00Z',
    changed_at: '2026-11-29T09:00:00Z',
    changed_by: null,
    reason: null,
    check_in_by: null,
    checked_in_at: null,
    unmoved: null,
    late_by: null,
    at_risk: [],
    replaces: null,
    approval: null,
    mine: true,
    may: ['change', 'cancel', 'extend'],
    ...change,
  };
}

/** Ana's wish for two hours of sw1, the first in turn, unless told otherwise. */
export const entry = (change: Partial<WaitingEntry> = {}): WaitingEntry => ({
  id: 4,
  title: 'BGP lesson',
  requester: 'ana',
  team: null,
  private: false,
  notes: '',
  claims: [{ device: 'sw1' }],
  from: '2027-03-01T09:00:00+01:00',
  until: '2027-03-05T18:00:00+01:00',
  minutes: 120,
  time_zone: 'Europe/Rome',
  at_start: 'nothing',
  at_end: 'nothing',
  state: 'waiting',
  place: 1,
  likely: null,
  offer: null,
  passed_over: 0,
  lapsed: 0,
  since: '2026-11-29T10:00:00Z',
  mine: true,
  ...change,
});
