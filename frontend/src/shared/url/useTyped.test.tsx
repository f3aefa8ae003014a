import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useTyped } from './useTyped';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function typing() {
  const write = vi.fn();
  const { result, rerender } = renderHook(({ value }) => useTyped(value, write), { initialProps: { value: '' } });
  return {
    write,
    typed: () => result.current[0],
    type: (text: string) => act(() => result.current[1](text)),
    pause: () => void act(() => vi.advanceTimersByTime(150)),
    come: (value: string) => rerender({ value }),
  };
}

test('what is typed is written once after a pause', () => {
  const { write, type, pause } = typing();

  type('a');
  type('ab');
  pause();
  pause();

  expect(write.mock.calls).toEqual([['ab']]);
});

test('an address that comes late undoes nothing that was typed since', () => {
  const { typed, type, pause, come } = typing();
  type('a');
  pause();
  type('ab');
  pause();

  come('a');
  expect(typed()).toBe('ab');
  come('ab');
  expect(typed()).toBe('ab');
});

test('going back counts', () => {
  const { typed, type, pause, come } = typing();
  type('a');
  pause();
  come('a');

  come('');

  expect(typed()).toBe('');
});
