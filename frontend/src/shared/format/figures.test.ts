import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cores } from './cores';
import { number, percent, share } from './percent';

const part = fc.double({ min: 0, max: 1, noNaN: true });
const noFigure = fc.constantFrom(Number.NaN, Infinity, -Infinity);

test('a share is read as what it is, to the half of a percent', () => {
  fc.assert(fc.property(part, (of) => Math.abs(Number(/^(\d+)%$/.exec(percent(of))?.[1]) - of * 100) <= 0.5 + 1e-9));
});

test('a greater share never reads as less', () => {
  fc.assert(fc.property(part, part, (one, other) => parseInt(percent(Math.max(one, other))) >= parseInt(percent(Math.min(one, other)))));
});

test('what is used of a whole is a share of it, whatever the figures are', () => {
  fc.assert(fc.property(fc.double(), fc.double(), (used, total) => share(used, total) >= 0 && share(used, total) <= 1));
});

test('cores have their unit, and one is one', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 999 }), (count) => cores(count) === (count === 1 ? '1 core' : `${count} cores`)));
  expect(cores(-1)).toBe('–');
});

test('what is no figure is no figure', () => {
  fc.assert(fc.property(noFigure, (figure) => [percent(figure), number(figure), cores(figure)].every((said) => said === '–')));
});
