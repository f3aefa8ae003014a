import { defineConfig } from '@playwright/test';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Chosen once; the workers of the test run inherit them.
const port = (process.env.E2E_PORT ??= String(21_000 + Math.floor(Math.random() * 20_000)));
const GUARDED = 10;
// Null where somebody named a folder of theirs.
const made = process.env.E2E_DATA ? null : mkdtempSync(join(tmpdir(), 'direttore-e2e-'));
const data = (process.env.E2E_DATA ??= made ?? '');

const program = (process.env.DISTRIBUTION ??= join(import.meta.dirname, '../modules/app/target/direttore'));

/** The program where everybody is welcome, or the one where people sign in. */
function serve(at: number, data: string, mode: string) {
  return {
    command: `"${join(program, 'bin/direttore')}" serve`,
    url: `http://127.0.0.1:${at}/health/ready`,
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 20_000 },
    env: {
      API_PORT: String(at),
      AUTH_MODE: mode,
      DASHBOARD_PORT: '0',
      SIMULATOR_PORT: String(at + 1),
      SIMULATOR_TASK_SECONDS: '1',
      DATA_DIR: data,
    },
  };
}

/** The real program with its simulated cluster, driven by a real browser. */
export default defineConfig({
  testDir: 'e2e',
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // One cluster for all: what one test orders, another would see.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  reporter: made ? [['list'], ['./e2e/tidy.ts', { folder: made }]] : [['list']],
  outputDir: 'target/e2e',
  webServer: [
    serve(Number(port), data, 'none'),
    serve(Number(port) + GUARDED, join(data, 'guarded'), 'required'),
  ],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1280, height: 860 },
    locale: 'en-GB',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
});
