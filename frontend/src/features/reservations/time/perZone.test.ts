import { expect, test } from 'vitest';
import { perZone } from './perZone';

test('each zone has its own, which stays the same', () => {
  const of = perZone((zone) => ({ zone }));

  expect(of('Europe/Rome')).toEqual({ zone: 'Europe/Rome' });
  expect(of('Europe/Rome')).toBe(of('Europe/Rome'));
  expect(of('UTC')).toEqual({ zone: 'UTC' });
});
