// Takes the pictures of docs/screenshots from a running program, as an administrator where one has to sign in:
// BASE=http://127.0.0.1:8000 ACCOUNT=admin PASSWORD=… npm run screenshots
// ONLY=calendar,lanes takes those alone. What the pictures of reservations show is booked for it.
import { chromium } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { lessonsAt } from './lessons.mjs';

const base = process.env.BASE ?? 'http://127.0.0.1:8000';
const folder = new URL('../../docs/screenshots/', import.meta.url).pathname;
const looks = {
  light: { viewport: { width: 1280, height: 860 }, colorScheme: 'light' },
  dark: { viewport: { width: 1280, height: 860 }, colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, colorScheme: 'light', isMobile: true, hasTouch: true, deviceScaleFactor: 1 },
};

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const locale = { locale: 'en-GB', timezoneId: 'UTC' };

/** A browser of its own, signed in where an account is given. */
async function signedIn(options = {}) {
  const context = await browser.newContext({ ...options, ...locale });
  if (process.env.ACCOUNT) {
    const response = await context.request.post(`${base}/api/session`, {
      headers: { Origin: base },
      data: { name: process.env.ACCOUNT, password: process.env.PASSWORD ?? '' },
    });
    if (!response.ok()) {
      throw new Error(`${process.env.ACCOUNT} cannot sign in: ${await response.text()}`);
    }
  }
  return context;
}

const asking = await signedIn();
const answer = async (path) => (await asking.request.get(base + path)).json();
const guests = await answer('/api/proxmox/guests');
const guest = guests.find(({ status, type }) => status === 'running' && type === 'qemu');
const locked = guests.find(({ lock, type }) => lock && type === 'qemu');
const [operation] = (await answer('/api/operations?limit=1')).operations;
const { name: person } = await answer('/api/session');
const { people } = await answer('/api/people');
const {
  teams: [team],
} = await answer('/api/teams');
const { week, day, lab } = await lessonsAt(asking.request, base);
const at = `/guests/${guest.node}/vms/${guest.vmid}`;
const somebody = `/people/${encodeURIComponent(people.find(({ name }) => name !== person)?.name ?? person)}?vmid=${guest.vmid}`;
const pages = {
  dashboard: '/',
  resources: '/resources',
  guest: at,
  hardware: `${at}/hardware`,
  network: `${at}/network`,
  snapshots: `${at}/snapshots`,
  tasks: `${at}/tasks`,
  provision: '/provision?type=lxc',
  calendar: `/reservations?view=week&date=${week}`,
  lanes: `/reservations?view=lanes&date=${day}`,
  reservation: lab,
  operations: '/operations',
  ...(operation && { operation: `/operations/${operation.id}` }),
  profile: '/profile',
  people: '/people',
  person: somebody,
  'delete-person': somebody,
  quota: somebody,
  ...(team && { team: `/teams/${encodeURIComponent(team.name)}` }),
  audit: '/audit?action=person',
  ...(locked && { locked: `/guests/${locked.node}/vms/${locked.vmid}` }),
};
const only = process.env.ONLY?.split(',');
const wanted = Object.entries(pages).filter(([name]) => !only || only.includes(name));
/** Whose button leads to a question that is shown. */
const asks = { 'delete-person': 'Delete', locked: 'Stop' };

mkdirSync(folder, { recursive: true });
for (const [look, options] of Object.entries(looks)) {
  const context = await signedIn(options);
  const page = await context.newPage();
  for (const [name, path] of wanted) {
    await page.goto(base + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByText('Live', { exact: true }).waitFor();
    await page.getByRole('button', { name: /^Account of/ }).waitFor();
    await page
      .locator('.mantine-Skeleton-root, .mantine-Loader-root')
      .first()
      .waitFor({ state: 'hidden' })
      .catch(() => undefined);
    if (name === 'quota') {
      await page.getByRole('region', { name: 'Quota' }).evaluate((part) => part.scrollIntoView({ block: 'center' }));
    }
    if (asks[name]) {
      const shown = page.getByRole('button', { name: asks[name], exact: true });
      if (await shown.isVisible()) {
        await shown.click();
      } else {
        await page.getByRole('button', { name: 'More actions' }).click();
        await page.getByRole('menuitem', { name: asks[name], exact: true }).click();
      }
      await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).waitFor();
    }
    await page.screenshot({ path: `${folder}${name}-${look}.png`, ...(asks[name] && { animations: 'disabled' }) });
  }
  await context.close();
  if (only && !only.includes('sign-in')) {
    continue;
  }

  const stranger = await browser.newContext({ ...options, ...locale });
  const entrance = await stranger.newPage();
  await entrance.goto(`${base}/sign-in`);
  await entrance.getByRole('heading', { level: 1 }).waitFor();
  await entrance.screenshot({ path: `${folder}sign-in-${look}.png` });
  await stranger.close();
}
await browser.close();
