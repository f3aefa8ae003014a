// Takes the pictures of docs/screenshots from a running program: BASE=http://127.0.0.1:8000 npm run screenshots
import { chromium } from '@playwright/test';
import { mkdirSync } from 'node:fs';

const base = process.env.BASE ?? 'http://127.0.0.1:8000';
const folder = new URL('../../docs/screenshots/', import.meta.url).pathname;
const looks = {
  light: { viewport: { width: 1280, height: 860 }, colorScheme: 'light' },
  dark: { viewport: { width: 1280, height: 860 }, colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, colorScheme: 'light', isMobile: true, hasTouch: true, deviceScaleFactor: 1 },
};

const answer = async (path) => (await fetch(base + path)).json();
const guests = await answer('/api/proxmox/guests');
const guest = guests.find(({ status, type }) => status === 'running' && type === 'qemu');
const [operation] = (await answer('/api/operations?limit=1')).operations;
const at = `/guests/${guest.node}/vms/${guest.vmid}`;
const pages = {
  dashboard: '/',
  resources: '/resources',
  guest: at,
  hardware: `${at}/hardware`,
  network: `${at}/network`,
  snapshots: `${at}/snapshots`,
  tasks: `${at}/tasks`,
  provision: '/provision?type=lxc',
  operations: '/operations',
  ...(operation && { operation: `/operations/${operation.id}` }),
};

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
for (const [look, options] of Object.entries(looks)) {
  const context = await browser.newContext({ ...options, locale: 'en-GB', timezoneId: 'UTC' });
  const page = await context.newPage();
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(base + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByText('Live', { exact: true }).waitFor();
    await page.locator('.mantine-Skeleton-root, .mantine-Loader-root').first().waitFor({ state: 'hidden' }).catch(() => undefined);
    await page.screenshot({ path: `${folder}${name}-${look}.png` });
  }
  await context.close();
}
await browser.close();
