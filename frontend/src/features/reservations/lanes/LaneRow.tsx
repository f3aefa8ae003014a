import { Text } from '@mantine/core';
import { toneOf } from '@/features/reservations/calendar/Months';
import { titleOf } from '@/features/reservations/blackouts/words';
import { reservationTexts } from '@/features/reservations/texts';
import { windowText } from '@/features/reservations/time/say';
import type { Span } from '@/features/reservations/time/span';
import { amountOf, fromOf, nameOf, toOf, whoseOf } from '@/features/reservations/words';
import type { Resource } from '@/shared/api/types';
import { percent } from '@/shared/format/percent';
import styles from './Lanes.module.css';
import { polygon, type Block, type Lane, type Point, type Pool } from './layout';
import type { Drag } from './useDrag';

const said = reservationTexts.lanes;
const ROW = 30;
const GAP = 4;
const WIDTH = 1000;
const BAND = 30;

const shareText = (resource: Resource, { reservation }: Block): string => {
  const claim = reservation.claims.find((each) => each.resource.id === resource.id);
  return claim && !claim.whole ? amountOf(claim) : '';
};

function BlockButton({ lane: { resource }, block, zone, drag }: { lane: Lane; block: Block; zone: string; drag: Drag }) {
  const { reservation, left, width, heldLeft, heldWidth, row, before, after } = block;
  const share = shareText(resource, block);
  const may = reservation.may.includes('change');
  const label = said.block(
    titleOf(reservation),
    [whoseOf(reservation), share].filter(Boolean).join(', '),
    windowText(fromOf(reservation), toOf(reservation), zone),
  );
  const style = { insetInlineStart: `${left * 100}%`, width: `${width * 100}%`, top: GAP + row * ROW, height: ROW - GAP };
  const tone = toneOf(reservation);
  return (
    <>
      {heldWidth > width && (
        <div
          className={styles.held}
          style={{ insetInlineStart: `${heldLeft * 100}%`, width: `${heldWidth * 100}%`, top: GAP + row * ROW, height: ROW - GAP }}
        />
      )}
      <button
        type="button"
        className={styles.block}
        style={style}
        data-tone={tone}
        data-share={reservation.claims.some((claim) => claim.resource.id === resource.id && !claim.whole) || undefined}
        data-moving={drag.moving === reservation.id || undefined}
        data-before={before || undefined}
        data-after={after || undefined}
        title={label}
        aria-label={label}
        {...drag.block(reservation, resource, may)}
      >
        {may && !before && reservation.status === 'pending' && <span className={styles.grip} data-edge="start" />}
        <span className={styles.text}>
          {titleOf(reservation)}
          {share && ` · ${share}`}
        </span>
        {may && !after && <span className={styles.grip} data-edge="end" />}
      </button>
    </>
  );
}

function Curve({ points, most, span, label }: { points: Point[]; most: number; span: Span; label: string }) {
  return (
    <svg className={styles.curve} viewBox={`0 0 ${WIDTH} ${BAND}`} style={{ height: BAND }} preserveAspectRatio="none" role="img" aria-label={label}>
      <polygon points={polygon(points, span.from, span.to, WIDTH, BAND)} data-full={most > 1 || undefined} />
    </svg>
  );
}

/** How much of a pool is taken, above the lanes of what is in it. */
export function PoolRow({ pool: { tag, lanes, curve }, span }: { pool: Pool; span: Span }) {
  const name = tag ?? said.untagged;
  const most = Math.max(...curve.map(({ used }) => used));
  const taken = said.taken(Math.round(most * lanes.length), lanes.length);
  return (
    <li className={styles.lane} aria-label={said.poolOf(name)} data-pool>
      <div className={styles.name}>
        <Text size="sm" fw={700} truncate>
          {name}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {taken}
        </Text>
      </div>
      <div className={styles.track} style={{ minHeight: 44 }}>
        {most > 0 && <Curve points={curve} most={most} span={span} label={`${name}: ${taken}`} />}
      </div>
    </li>
  );
}

/** One resource's lane. */
export function LaneRow({ lane, span, zone, drag, marks, now }: { lane: Lane; span: Span; zone: string; drag: Drag; marks: number[]; now: number }) {
  const { resource, blocks, rows, curve } = lane;
  const most = Math.max(0, ...(curve ?? []).map(({ used }) => used));
  const shared = curve !== null && most > 0;
  const height = Math.max(44, (blocks.length > 0 ? rows * ROW + 2 * GAP : 0) + (shared ? BAND : 0));
  const ghost = drag.ghostOn(resource.id);
  return (
    <li className={styles.lane} aria-label={nameOf(resource)}>
      <div className={styles.name}>
        <Text size="sm" fw={600} truncate>
          {nameOf(resource)}
        </Text>
        <Text size="xs" c={resource.out_of_service === null ? 'dimmed' : 'var(--bad-text)'} truncate>
          {resource.out_of_service === null ? (most > 0 ? said.most(percent(most)) : resource.tags.join(', ')) : said.outOfService(resource.out_of_service)}
        </Text>
      </div>
      <div className={styles.track} style={{ minHeight: height }} data-lane={resource.id} {...drag.track(resource)}>
        {marks.map((at) => (
          <i key={at} className={styles.mark} style={{ insetInlineStart: `${at}%` }} />
        ))}
        {shared && <Curve points={curve} most={most} span={span} label={said.use(nameOf(resource), percent(most))} />}
        {now >= 0 && now <= 100 && <i className={styles.now} style={{ insetInlineStart: `${now}%` }} />}
        {blocks.map((block) => (
          <BlockButton key={block.reservation.id} lane={lane} block={block} zone={zone} drag={drag} />
        ))}
        {ghost && (
          <div
            className={styles.ghost}
            data-taken={ghost.taken || undefined}
            style={{ insetInlineStart: `${ghost.left * 100}%`, width: `${ghost.width * 100}%` }}
          />
        )}
      </div>
    </li>
  );
}
