import { notifications } from '@mantine/notifications';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { createMemoryRouter } from 'react-router';
import { expect, onTestFinished } from 'vitest';
import { App } from '@/app/App';
import { routes } from '@/app/routes';
import { newQueryClient } from '@/shared/api/cache';

/** Opens the whole UI at an address, or something else in its place. */
export function open(path: string, shown = routes) {
  onTestFinished(() => notifications.clean());
  const router = createMemoryRouter(shown, { initialEntries: [path] });
  const cache = newQueryClient();
  cache.setDefaultOptions({ queries: { ...cache.getDefaultOptions().queries, retry: false } });
  const user = userEvent.setup();
  return { ...render(<App router={router} cache={cache} env="test" />), router, cache, user };
}

/** Fails when a page breaks a rule of accessibility; contrast and sizes are checked in a real browser, which lays it out. */
export async function expectAccessible(container: Element = document.body) {
  const { violations } = await axe.run(container, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: false } },
    resultTypes: ['violations'],
    preload: false,
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
}
