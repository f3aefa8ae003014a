import { expect, test } from 'vitest';
import { labelOf } from './label';

test('a word is called by its label', () => {
  expect(labelOf<'start' | 'stop'>({ start: 'Start', stop: 'Stop' }, 'stop')).toBe('Stop');
});

test('a word that is newer than the page stands for itself', () => {
  expect(labelOf<string>({ start: 'Start' }, 'hibernate')).toBe('hibernate');
  expect(labelOf<string>({ start: 'Start' }, 'constructor')).toBe('constructor');
});
