import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { tick } from '@/shared/format/axis';
import { number } from '@/shared/format/percent';
import { formatTexts } from '@/shared/format/texts';
import { useZone } from '@/shared/format/useZone';
import styles from './Chart.module.css';
import { runs, WIDTH } from './runs';
import { uiTexts } from './texts';

type Props = {
  label: string;
  /** Oldest first; the value is null where nothing was recorded. */
  points: { at: number; value: number | null }[];
  /** What the top of the picture stands for. */
  top: number;
  /** A value with its unit. */
  format: (value: number) => string;
  height?: number;
};

const moves: Record<string, (index: number, last: number) => number> = {
  ArrowLeft: (index) => index - 1,
  ArrowDown: (index) => index - 1,
  ArrowRight: (index) => index + 1,
  ArrowUp: (index) => index + 1,
  Home: () => 0,
  End: (_, last) => last,
};

/** Values over time, with axes, and the value at the moment to which one points or goes by the arrow keys. */
export function Chart({ label, points, top, format, height = 96 }: Props) {
  const [zone] = useZone();
  const [chosen, choose] = useState<number | null>(null);
  const last = points.length - 1;
  const [from, to] = [points[0]?.at ?? 0, points[last]?.at ?? 0];
  const time = (at: number) => tick(at, zone, to - from);
  const index = Math.min(chosen ?? last, last);
  const point = points[index];
  const said = point ? uiTexts.valueAt(time(point.at), point.value === null ? formatTexts.none : format(point.value)) : formatTexts.none;
  const place = last > 0 ? index / last : 0;

  const aim = (event: PointerEvent<HTMLDivElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    choose(width > 0 ? Math.round(Math.min(1, Math.max(0, (event.clientX - left) / width)) * last) : last);
  };
  const move = (event: KeyboardEvent) => {
    const next = moves[event.key]?.(index, last);
    if (next !== undefined) {
      event.preventDefault();
      choose(Math.min(last, Math.max(0, next)));
    }
  };
  return (
    <div className={styles.chart}>
      <div className={styles.scale} style={{ height }} aria-hidden>
        <span>{format(top)}</span>
        <span>{format(top / 2)}</span>
        <span>{number(0)}</span>
      </div>
      <div className={styles.plot} style={{ height }}>
        <svg viewBox={`0 0 ${WIDTH} ${height}`} width="100%" height={height} preserveAspectRatio="none" role="img" aria-label={label}>
          {[1, height / 2, height - 1].map((y) => (
            <line key={y} x1={0} x2={WIDTH} y1={y} y2={y} stroke="var(--line)" vectorEffect="non-scaling-stroke" />
          ))}
          {runs(
            points.map(({ value }) => value),
            top,
            height,
          ).map((path) => (
            <path
              key={path.slice(0, 20)}
              d={path}
              fill="none"
              stroke="var(--busy)"
              strokeWidth={1.6}
              vectorEffect="non-scaling-stroke"
              strokeLinejoin="round"
              strokeLinecap="round"
            />
          ))}
        </svg>
        <div
          className={styles.pointer}
          role="slider"
          tabIndex={0}
          aria-label={uiTexts.valuesOf(label)}
          aria-valuemin={0}
          aria-valuemax={Math.max(0, last)}
          aria-valuenow={Math.max(0, index)}
          aria-valuetext={said}
          onPointerMove={aim}
          onPointerDown={aim}
          // A finger leaves as soon as it has tapped: what it has chosen stays.
          onPointerLeave={({ pointerType }) => pointerType === 'mouse' && choose(null)}
          onFocus={() => choose((before) => before ?? last)}
          onBlur={() => choose(null)}
          onKeyDown={move}
        >
          {chosen !== null && (
            <>
              <div className={styles.line} style={{ insetInlineStart: `${place * 100}%` }} />
              <div className={styles.value} data-end={place < 0.5 || undefined}>
                {said}
              </div>
            </>
          )}
        </div>
      </div>
      <div className={styles.times} aria-hidden>
        <span>{time(from)}</span>
        <span>{time(to)}</span>
      </div>
    </div>
  );
}
