import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytes, bytesPerSecond, GIB, sizeOf, usedOf } from './bytes';

const MIB = 1024 ** 2;
const TIB = 1024 ** 4;
const sizes: Record<string, number> = { B: 1, KiB: 1024, MiB: MIB, GiB: GIB, TiB: TIB };

/** Sizes of every magnitude, and often those next to a bound. */
const size = fc.oneof(
  fc.tuple(fc.integer({ min: 0, max: 49 }), fc.double({ min: 1, max: 2, noNaN: true })).map(([power, of]) => Math.floor(2 ** power * of)),
  fc
    .tuple(
      fc.constantFrom(1, 1024, MIB, GIB, 10 * TIB),
      fc.constantFrom(1, 0.9999, 0.99995, 1.00001, 99.95, 100, 999.5, 1023.4, 1023.5, 1023.96),
      fc.integer({ min: -1, max: 1 }),
    )
    .map(([bound, factor, by]) => Math.max(0, Math.round(bound * factor) + by)),
);

/** The count of bytes that a figure with a unit says. */
function read(text: string): { count: number; unit: number; figure: string } {
  const [, figure = '', unit = ''] = /^([\d,.]+) (\S+)$/.exec(text) ?? [];
  const size = sizes[unit] ?? Number.NaN;
  return { count: Number(figure.replaceAll(',', '')) * size, unit: size, figure };
}

describe('a size', () => {
  test('is read as what it is, within what rounding takes', () => {
    fc.assert(
      fc.property(size, (count) => {
        const { count: said, unit } = read(bytes(count));
        // Below 100 one decimal is shown, from there on none.
        expect(Math.abs(said - count)).toBeLessThanOrEqual(count / unit >= 100 ? unit * 0.5 : unit * 0.0501);
      }),
    );
  });

  test('never says 1,024 of a unit that has a larger one', () => {
    fc.assert(fc.property(size, (count) => count >= GIB || read(bytes(count)).figure !== '1,024'));
  });

  test('never shrinks as its bytes grow', () => {
    fc.assert(
      fc.property(size, size, (one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        expect(read(bytes(more)).count).toBeGreaterThanOrEqual(read(bytes(less)).count);
      }),
    );
  });
});

describe('what is used of a whole', () => {
  test('is in the unit of the whole, and no more than it', () => {
    fc.assert(
      fc.property(size, fc.double({ min: 0, max: 1, noNaN: true }), (total, share) => {
        const [used = '', all = ''] = usedOf(total * share, total).split(' of ');
        const { count, unit } = read(all);
        const said = Number(used.replaceAll(',', '')) * unit;
        expect(said).toBeLessThanOrEqual(count + unit * 0.001);
        expect(Math.abs(said - total * share)).toBeLessThanOrEqual((total * share) / unit >= 100 ? unit * 0.5 : unit * 0.0501);
      }),
    );
  });

  test('is in MiB where the whole is below 1 GiB', () => {
    expect(usedOf(330 * MIB, 512 * MIB)).toBe('330 of 512 MiB');
    expect(usedOf(0.3 * GIB, 2 * GIB)).toBe('0.3 of 2 GiB');
    expect(usedOf(0, 0)).toBe('0 of 0 GiB');
    expect(usedOf(5 * TIB, 20 * TIB)).toBe('5 of 20 TiB');
  });
});

test('a rate is the size with the time it takes', () => {
  fc.assert(fc.property(size, (count) => bytesPerSecond(count) === `${bytes(count)}/s`));
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
