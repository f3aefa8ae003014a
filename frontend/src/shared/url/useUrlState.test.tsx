import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { listOf, useUrlState } from './useUrlState';

const shape = {
  q: z.catch(z.string(), ''),
  page: z.catch(z.coerce.number().check(z.int(), z.minimum(1)), 1),
  columns: listOf(['name', 'node', 'cpu'], ['name', 'node']),
};

function at(address: string) {
  let router: ReturnType<typeof createMemoryRouter> | undefined;
  const wrapper = ({ children }: { children: ReactNode }) => {
    router ??= createMemoryRouter([{ path: '*', element: <>{children}</> }], { initialEntries: [address] });
    return <RouterProvider router={router} />;
  };
  const { result } = renderHook(() => useUrlState(shape), { wrapper });
  return {
    values: () => result.current[0],
    change: (...args: Parameters<(typeof result.current)[1]>) => act(() => result.current[1](...args)),
    search: () => router?.state.location.search,
  };
}

test('what the address says is read and checked', () => {
  expect(at('/x?q=web&page=3&columns=cpu,colour').values()).toEqual({ q: 'web', page: 3, columns: ['cpu'] });
  expect(at('/x?page=-1').values()).toEqual({ q: '', page: 1, columns: ['name', 'node'] });
});

test('what is as by default does not stand in the address', () => {
  const { change, search } = at('/x?q=web&other=1');

  change({ q: '', page: 2 });
  expect(search()).toBe('?other=1&page=2');

  change({ page: 1, columns: ['name', 'node'] });
  expect(search()).toBe('?other=1');
});

test('two changes in one turn both count', () => {
  const { change, values } = at('/x');

  act(() => {
    change({ q: 'a' });
    change({ page: 4 });
  });

  expect(values()).toMatchObject({ q: 'a', page: 4 });
});
