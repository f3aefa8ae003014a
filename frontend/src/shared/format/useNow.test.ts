import { renderHook } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { useNow } from './useNow';

afterEach(() => void vi.useRealTimers());

test.each([600_000, -600_000])('follows a clock that was set by %d ms while nobody looked', (by) => {
  vi.useFakeTimers();
  renderHook(() => useNow()).unmount();
  vi.setSystemTime(Date.now() + by);

  expect(renderHook(() => useNow()).result.current).toBe(Date.now());
});
