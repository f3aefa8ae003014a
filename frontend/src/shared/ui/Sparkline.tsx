type Props = {
  /** Oldest first; null where nothing was recorded. */
  values: (number | null)[];
  /** What the top of the picture stands for; the greatest value when absent. */
  max?: number;
  label: string;
  height?: number;
};

const WIDTH = 240;

/** Runs of values that follow each other, as SVG paths; gaps stay gaps. */
export function runs(values: (number | null)[], max: number, height: number): string[] {
  const step = values.length > 1 ? WIDTH / (values.length - 1) : 0;
  const all: string[] = [];
  let run = '';
  values.forEach((value, i) => {
    if (value === null) {
      if (run) {
        all.push(run);
      }
      run = '';
    } else {
      const y = height - 1 - (Math.min(value, max) / (max || 1)) * (height - 2);
      // A moment alone is drawn as a dot.
      run += `${run ? 'L' : 'M'}${(i * step).toFixed(1)} ${y.toFixed(1)}${run ? '' : 'h0'}`;
    }
  });
  return run ? [...all, run] : all;
}

/** A small picture of a load over time. */
export function Sparkline({ values, max, label, height = 36 }: Props) {
  const top = max ?? Math.max(1e-9, ...values.map((value) => value ?? 0));
  return (
    <svg viewBox={`0 0 ${WIDTH} ${height}`} width="100%" height={height} preserveAspectRatio="none" role="img" aria-label={label}>
      {runs(values, top, height).map((path) => (
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
  );
}
