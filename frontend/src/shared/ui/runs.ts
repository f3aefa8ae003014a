/** How wide a picture is, in its own units. */
export const WIDTH = 240;

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
