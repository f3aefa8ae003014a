import { expect, test } from 'vitest';
import { areTags, MOST, namesIn } from './names';

test('VLANs are entered by numbers and ranges, each once', () => {
  expect(namesIn('vlan', '110-113, 200; 111')).toEqual({ names: ['110', '111', '112', '113', '200'] });
  for (const wrong of ['', 'lab', '0', '4095', '120-110', '1-4095']) {
    expect(namesIn('vlan', wrong)).toEqual({ fault: 'Numbers from 1 to 4094, or ranges such as 110-120.' });
  }
  expect(namesIn('vlan', `1-${MOST + 1}`)).toEqual({ fault: '200 at once at most.' });
});

test('devices are entered by their names, which may have blanks', () => {
  expect(namesIn('device', 'sw1, core switch,\nsw1')).toEqual({ names: ['sw1', 'core switch'] });
  expect(namesIn('console', 'x'.repeat(65))).toEqual({ fault: 'A name has 64 characters at most.' });
});

test('tags are words', () => {
  expect(areTags(['junos', 'rack:1'])).toBe(true);
  expect(areTags(['two words'])).toBe(false);
});
