import { expect, test } from 'vitest';
import { roomIn } from './room';

test('as many stand beside each other as can be read, and one at least', () => {
  // A week on a desk, a day on a phone, a week on a phone.
  expect(roomIn(1024, 7)).toEqual({ most: 2, strip: true });
  expect(roomIn(366, 1)).toEqual({ most: 5, strip: true });
  expect(roomIn(366, 7)).toEqual({ most: 1, strip: false });
  expect(roomIn(0, 7)).toEqual({ most: 1, strip: false });
});
