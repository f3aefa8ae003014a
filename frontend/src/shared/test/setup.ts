import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { forgetAway } from '@/shared/api/availability';
import { eventStreams } from '@/shared/api/eventStream';
import { FakeEventStream } from './events';
import { cheapMiss } from './misses';
import { forgoOwnerStacks } from './owners';
import { server } from './server';
import { cheapStyle } from './style';

// A page is fetched when it is first opened, which takes a while where others build too.
configure({ asyncUtilTimeout: 60_000, getElementError: cheapMiss });

// What jsdom lacks. It lays nothing out, and a virtual list shows what fits its size.
vi.stubGlobal('matchMedia', (media: string) => ({
  matches: false,
  media,
  onchange: null,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  addListener: () => undefined,
  removeListener: () => undefined,
  dispatchEvent: () => false,
}));
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
);
vi.stubGlobal(
  'IntersectionObserver',
  class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
);
eventStreams.open = (address, listener) => new FakeEventStream(address, listener);
vi.stubGlobal('scrollTo', () => undefined);
HTMLElement.prototype.scrollIntoView = () => undefined;
HTMLElement.prototype.setPointerCapture = () => undefined;
Object.defineProperty(document, 'fonts', { configurable: true, value: new EventTarget() });
Object.defineProperties(HTMLElement.prototype, {
  clientHeight: { configurable: true, get: () => 600 },
  clientWidth: { configurable: true, get: () => 1200 },
});

// jsdom goes through all rules of all sheets for each element that is asked, and queries by role ask all of them. Here
// only attributes hide anything.
vi.stubGlobal('getComputedStyle', cheapStyle);
forgoOwnerStacks();

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
beforeEach(() => {
  FakeEventStream.reset();
  forgetAway();
});
afterEach(() => {
  cleanup();
  server.resetHandlers();
  localStorage.clear();
  sessionStorage.clear();
});
afterAll(() => server.close());
