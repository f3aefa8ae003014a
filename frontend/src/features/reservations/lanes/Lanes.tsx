import { Text } from '@mantine/core';
import { Fragment, useMemo } from 'react';
import { useMe } from '@/features/access/rights';
import type { Ghost } from '@/features/reservations/calendar/ghost';
import type { Asked } from '@/features/reservations/calendar/judge';
import type { ByKind } from '@/features/reservations/calendar/url';
import { reservationTexts } from '@/features/reservations/texts';
import { clock, date } from '@/features/reservations/time/say';
import type { Span } from '@/features/reservations/time/span';
import { beginOf } from '@/features/reservations/time/wall';
import type { Reservation, Resource } from '@/shared/api/types';
import { useNow } from '@/shared/format/useNow';
import { NothingYet } from '@/shared/ui/Empty';
import { LaneRow, PoolRow } from './LaneRow';
import styles from './Lanes.module.css';
import { laneOf, poolsOf, teamsOf } from './layout';
import { useDrag } from './useDrag';

const said = reservationTexts.lanes;
const HOUR = 3_600_000;
const MINUTE = 60_000;

export type LanesProps = {
  by: ByKind;
  span: Span;
  zone: string;
  label: string;
  /** Those that are drawn. */
  reservations: Reservation[];
  /** All, which count for what is used. */
  known: Reservation[];
  resources: Resource[];
  ghost: Ghost;
  look: (asked: Asked | null) => void;
  open: (reservation: Reservation) => void;
  create: (from: number, to: number, lane: Resource) => void;
  move: (reservation: Reservation, from: number, to: number, lanes?: { origin: Resource; lane: Resource }) => Promise<boolean>;
};

const byName = (a: Resource, b: Resource) => a.name.localeCompare(b.name, undefined, { numeric: true });

/** What stands above the lanes: hours where they show a day, days where they show more. */
function marksOf({ days, from, to }: Span, zone: string) {
  const [day] = days;
  if (days.length === 1 && day) {
    const hours = Math.round((to - from) / HOUR);
    return Array.from({ length: Math.ceil(hours / 2) }, (_, index) => from + index * 2 * HOUR).map((at) => ({ at, text: clock(at, zone) }));
  }
  return days.map((each) => ({ at: beginOf(each, zone), text: date(beginOf(each, zone), zone) }));
}

/** The hours of work that are shaded, as a background of a lane. */
function workingHours({ days, from, to }: Span, zone: string): string {
  const share = (at: number) => `${(((at - from) / (to - from)) * 100).toFixed(3)}%`;
  const stops = days
    .filter((day) => ![0, 6].includes(new Date(`${day}T00:00Z`).getUTCDay()))
    .flatMap((day) => {
      const begin = beginOf(day, zone);
      const [open, close] = [share(begin + 8 * HOUR), share(begin + 18 * HOUR)];
      return [`var(--off) ${open}`, `transparent ${open}`, `transparent ${close}`, `var(--off) ${close}`];
    });
  return `linear-gradient(90deg, var(--off) 0%, ${stops.length > 0 ? `${stops.join(', ')}, ` : ''}var(--off) 100%)`;
}

/**
 * One lane for each resource: what has the whole of it as blocks, and what is shared as a curve of its use. VLANs stand
 * under the pools in which they are reserved.
 */
export function Lanes({ by, span, zone, label, reservations, known, resources, ghost, look, open, create, move }: LanesProps) {
  const { from, to } = span;
  const { teams } = useMe();
  const lanes = useMemo(
    () =>
      (by === 'team' ? teamsOf(resources, known, teams) : resources.filter(({ kind }) => kind === by))
        .sort(byName)
        .map((resource) => laneOf(resource, reservations, known, from, to)),
    [resources, reservations, known, teams, by, from, to],
  );
  const pools = useMemo(() => (by === 'vlan' ? poolsOf(lanes, known, from, to) : [{ tag: null, lanes, curve: [] }]), [lanes, known, by, from, to]);
  const drag = useDrag({ span, lanes, ghost, look, create, move, open });
  const now = Math.floor(useNow() / MINUTE) * MINUTE;
  const marks = useMemo(() => marksOf(span, zone), [span, zone]);
  const hours = useMemo(() => workingHours(span, zone), [span, zone]);
  const place = (at: number) => ((at - from) / (to - from)) * 100;
  if (lanes.length === 0) {
    return <NothingYet title={said.none[by]} />;
  }
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={label}>
      <div className={styles.lanes} style={{ minWidth: span.days.length > 1 ? 1100 : 860, ['--hours' as string]: hours }}>
        <div className={styles.head} aria-hidden>
          <div className={styles.name}>{said.name}</div>
          <div className={styles.marks}>
            {marks.map(({ at, text }) => (
              <span key={at} style={{ insetInlineStart: `${place(at)}%` }}>
                {text}
              </span>
            ))}
          </div>
        </div>
        <ul className={styles.rows}>
          {pools.map((pool) => (
            <Fragment key={pool.tag ?? ''}>
              {by === 'vlan' && <PoolRow pool={pool} span={span} />}
              {pool.lanes.map((lane) => (
                <LaneRow key={lane.resource.id} lane={lane} span={span} zone={zone} drag={drag} marks={marks.map(({ at }) => place(at))} now={place(now)} />
              ))}
            </Fragment>
          ))}
        </ul>
      </div>
      <Text size="xs" c="dimmed" mt={4} px="sm" pb="xs">
        {said.hint}
      </Text>
    </div>
  );
}
