import { describe, expect, test } from 'vitest';
import { bytes, bytesPerSecond, GIB, sizeOf, usedOf } from './bytes';

const MIB = 1024 ** 2;
const TIB = 1024 ** 4;
const sizes: Record<string, number> = { B: 1, KiB: 1024, MiB: MIB, GiB: GIB, TiB: TIB };

/** Sizes of every magnitude, the same at each run, and those next to each bound. */
function* samples(): Generator<number> {
  for (const bound of [1, 1024, MIB, GIB, 10 * TIB]) {
    for (const factor of [1, 0.9999, 0.99995, 1.00001, 100, 99.95, 999.5, 1023.4, 1023.5, 1023.96]) {
      yield Math.max(0, Math.round(bound * factor));
    }
    yield bound - 1;
    yield bound + 1;
  }
  let seed = 20_260_301;
  for (let i = 0; i < 3000; i++) {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    yield Math.floor(2 ** ((seed / 2 ** 31) * 50));
  }
}

/** The count of bytes that a figure with a unit says. */
function read(text: string): { count: number; unit: number; figure: string } {
  const [, figure = '', unit = ''] = /^([\d,.]+) (\S+)$/.exec(text) ?? [];
  const size = sizes[unit] ?? Number.NaN;
  return { count: Number(figure.replaceAll(',', '')) * size, unit: size, figure };
}

describe('a size', () => {
  test('is read as what it is, within what rounding takes', () => {
    for (const count of samples()) {
      const { count: said, unit } = read(bytes(count));
      // Below 100 one decimal is shown, from there on none.
      expect(Math.abs(said - count), `${count} as ${bytes(count)}`).toBeLessThanOrEqual(count / unit >= 100 ? unit * 0.5 : unit * 0.0501);
    }
  });

  test('never says 1,024 of a unit that has a larger one', () => {
    for (const count of samples()) {
      if (count < 10 * TIB && count < GIB) {
        expect(read(bytes(count)).figure, String(count)).not.toBe('1,024');
      }
    }
  });

  test('never shrinks as its bytes grow', () => {
    const sorted = [...samples()].sort((a, b) => a - b);
    for (const [index, count] of sorted.entries()) {
      const before = sorted[index - 1] ?? 0;
      expect(read(bytes(count)).count, `${before} then ${count}`).toBeGreaterThanOrEqual(read(bytes(before)).count);
    }
  });
});

describe('what is used of a whole', () => {
  test('is in the unit of the whole, and no more than it', () => {
    for (const total of samples()) {
      for (const share of [0, 0.01, 0.5, 0.999, 1]) {
        const [used = '', all = ''] = usedOf(total * share, total).split(' of ');
        const { count, unit } = read(all);
        const said = Number(used.replaceAll(',', '')) * unit;
        expect(said, `${total * share} of ${total}`).toBeLessThanOrEqual(count + unit * 0.001);
        expect(Math.abs(said - total * share)).toBeLessThanOrEqual((total * share) / unit >= 100 ? unit * 0.5 : unit * 0.0501);
      }
    }
  });

  test('is in MiB where the whole is below 1 GiB', () => {
    expect(usedOf(330 * MIB, 512 * MIB)).toBe('330 of 512 MiB');
    expect(usedOf(0.3 * GIB, 2 * GIB)).toBe('0.3 of 2 GiB');
    expect(usedOf(0, 0)).toBe('0 of 0 GiB');
    expect(usedOf(5 * TIB, 20 * TIB)).toBe('5 of 20 TiB');
  });
});

test('what is no size is not called nothing', () => {
  expect(bytes(Number.NaN)).toBe('–');
  expect(bytes(-1)).toBe('–');
  expect(bytesPerSecond(Number.NaN)).toBe('–');
  expect(usedOf(Number.NaN, 2 * GIB)).toBe('– of 2 GiB');
  expect(bytes(0)).toBe('0 GiB');
  expect(sizeOf(0)).toBe('–');
  expect(bytesPerSecond(512)).toBe('512 B/s');
});
