import { builtinEnvironments, type Environment } from 'vitest/runtime';

const { jsdom } = builtinEnvironments;
const made = globalThis as { testPage?: ReturnType<typeof jsdom.setup> };

/** The same page for all files that a worker runs, so that it reads React, Mantine and the rest once; `setup.ts` empties it. */
export default {
  ...jsdom,
  name: 'one-page',
  async setup(global, options) {
    made.testPage ??= jsdom.setup(global, options);
    await made.testPage;
    return { teardown: () => undefined };
  },
} satisfies Environment;
