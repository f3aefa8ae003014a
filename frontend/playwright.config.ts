import { defineConfig } from '@playwright/test';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Chosen once; the workers of the test run inherit them.
const port = (process.env.E2E_PORT ??= String(21_000 + Math.floor(Math.random() * 20_000)));
const GUARDED = 10;
// Null where somebody named a folder of theirs.
const made = process.env.E2E_DATA ? null : mkdtempSync(join(tmpdir(), 'direttore-e2e-'));
const data = (process.env.E2E_DATA ??= made ?? '');

const program = (process.env.DISTRIBUTION ??= join(import.meta.dirname, '../modules/app/target/direttore'));

const provider = Number(port) + 2 * GUARDED;

// The same Chromium without its windows, where it is there, needs half the CPU.
const WINDOWLESS = '/usr/bin/chromium-headless-shell';
const chromium = process.env.CHROMIUM ?? (existsSync(WINDOWLESS) ? WINDOWLESS : '/usr/bin/chromium');

/** What the program needs to know of the provider, and the provider of us. */
const oidc = {
  OIDC_ISSUER: `http://127.0.0.1:${provider}`,
  OIDC_NAME: 'University',
  OIDC_CLIENT_ID: 'direttore',
  OIDC_CLIENT_SECRET: 'a secret of the tests',
  OIDC_SCOPES: 'openid profile email groups',
  OIDC_ROLES: 'students=user',
};
const atProvider = JSON.stringify({
  port: provider,
  client: oidc.OIDC_CLIENT_ID,
  secret: oidc.OIDC_CLIENT_SECRET,
  callbacks: ['http://127.0.0.1/api/session/oidc/callback'],
  people: { dora: { name: 'Dora Dove', groups: ['students'] }, eve: { name: 'Eve', groups: ['visitors'] } },
});

/** The program where everybody is welcome, or the one where people sign in. */
function serve(at: number, data: string, mode: string, more: Record<string, string> = {}) {
  return {
    command: `"${join(program, 'bin/direttore')}" serve`,
    url: `http://127.0.0.1:${at}/health/ready`,
    timeout: 600_000,
    gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 20_000 },
    env: {
      API_PORT: String(at),
      AUTH_MODE: mode,
      DASHBOARD_PORT: '0',
      SIMULATOR_PORT: String(at + 1),
      SIMULATOR_NETBOX_PORT: '0',
      SIMULATOR_TASK_SECONDS: '1',
      DATA_DIR: data,
      ...more,
    },
  };
}

/** The real program with its simulated cluster, driven by a real browser. */
export default defineConfig({
  testDir: 'e2e',
  timeout: 600_000,
  expect: { timeout: 60_000 },
  // One cluster for all: what one test orders, another would see.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  reporter: made ? [['list'], ['./e2e/tidy.ts', { folder: made }]] : [['list']],
  outputDir: 'target/e2e',
  webServer: [
    serve(Number(port), data, 'none'),
    serve(Number(port) + GUARDED, join(data, 'guarded'), 'required', oidc),
    {
      command: `node e2e/provider.mjs '${atProvider}'`,
      url: `${oidc.OIDC_ISSUER}/.well-known/openid-configuration`,
      timeout: 300_000,
    },
  ],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1280, height: 860 },
    locale: 'en-GB',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: chromium,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
