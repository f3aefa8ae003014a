import { expect, test } from 'vitest';
import { languagesOf } from './locale';

test('the languages of a browser keep their order', () => {
  expect(languagesOf(['de-DE', 'de', 'en'])).toEqual(['de-DE', 'de', 'en']);
});

test('what is no language is left out, as a formatter would throw', () => {
  expect(languagesOf(['en-US@posix', 'C', 'it'])).toEqual(['it']);
});
