import { expect, test, type APIRequestContext } from '@playwright/test';
import { barriers, barriersInLightAndDark } from './accessible';
import { fault, mend } from './cluster';

const pages = [
  '/',
  '/resources',
  '/guests/pve1/vms/200',
  '/guests/pve1/vms/200/hardware',
  '/guests/pve1/vms/200/network',
  '/guests/pve1/vms/200/snapshots',
  '/guests/pve1/vms/200/tasks',
  '/provision',
  '/reservations',
  '/operations',
  '/nowhere',
];

/** The address of a reservation's page. */
async function reserved(request: APIRequestContext): Promise<string> {
  const day = new Date(Date.now() + 60 * 86_400_000 + Math.random() * 86_400_000 * 30);
  const answer = await request.post('/api/reservations', {
    data: {
      title: 'A course of which the title is longer than a phone is wide, and of which nobody can say less',
      start_dt: day.toISOString(),
      end_dt: new Date(day.getTime() + 7_200_000).toISOString(),
      claims: [{ node: 'pve1', cores: 2, memory: 2048 }],
      at_end: 'destroy',
      guests: [
        { kind: 'lxc', name: 'course-{n}', count: 2, request: { template: 'local:vztmpl/debian-12-standard_12.7-1_amd64.tar.zst', storage: 'local-lvm' } },
      ],
    },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  const { id } = (await answer.json()) as { id: number };
  return `/reservations/${id}`;
}

test.afterEach(mend);

test('every page is accessible, in light and in dark', async ({ page, request }) => {
  const found: string[] = [];
  for (const path of [...pages, await reserved(request)]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    // The event stream keeps the network busy for ever.
    await expect(page.getByLabel(/^Loading /)).toHaveCount(0);
    found.push(...(await barriersInLightAndDark(page)));
  }
  expect(found).toEqual([]);
});

test('nothing is wider than a phone, and what is touched is large enough', async ({ browser, baseURL, request }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, baseURL: baseURL ?? '' });
  const page = await context.newPage();
  for (const path of [...pages, await reserved(request)]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByLabel(/^Loading /)).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
  }
  for (const link of await page.getByRole('navigation', { name: 'Main' }).last().getByRole('link').all()) {
    const box = await link.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
  }
  await context.close();
});

test('everything is reached by keyboard alone', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Dashboard' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Search everything');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await expect(page.getByRole('heading', { name: 'Resources' })).toBeFocused();
  await page.keyboard.press('/');
  await expect(page.getByRole('textbox', { name: 'Filter guests' })).toBeFocused();
  await page.keyboard.type('gateway');
  await expect(page.getByText(/^1 of \d+ guests$/)).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('textbox').waitFor();
  await page.keyboard.type('exam-server');
  await expect(page.getByRole('dialog')).toContainText('VM on pve1');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('exam-server');
});

test('a wizard step is taken by keyboard alone', async ({ page }) => {
  await page.goto('/provision?type=lxc');
  await page.getByRole('radio', { name: 'Virtual machine' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('radio', { name: 'Virtual machine' })).toBeChecked();
  await page.getByRole('button', { name: 'Next', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Step 2 of 6: Template' })).toBeVisible();
});

test('a node that falls is shown with its last figures and since when', async ({ page }) => {
  await page.goto('/');
  const card = page.getByRole('article', { name: 'pve2' });
  await expect(card).toContainText('Online');
  await fault({ kind: 'node-offline', node: 'pve2' });

  await expect(card).toContainText('Offline since', { timeout: 40_000 });
  await expect(card).toContainText('of 64 GiB');
  await expect(page.getByRole('link', { name: 'pve2 is offline' })).toBeVisible();
});

test('a node that does not report is shown with its last figures and since when', async ({ page }) => {
  await page.goto('/');
  const card = page.getByRole('article', { name: 'pve2' });
  await expect(card).toContainText('Online');
  await fault({ kind: 'node-unknown', node: 'pve2' });

  await expect(card).toContainText('No report since', { timeout: 40_000 });
  await expect(card).toContainText('of 64 GiB');
  await expect(page.getByRole('link', { name: 'pve2 does not report' })).toBeVisible();
});

test('what a browser keeps of the display is there after a reload', async ({ page }) => {
  await page.goto('/resources?q=type%3Alxc');
  await page.getByRole('button', { name: 'Saved views' }).click();
  await page.getByRole('textbox', { name: 'Name of the present view' }).fill('Containers');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Colours and times' }).click();
  await page.getByRole('menuitemradio', { name: 'In UTC' }).click();
  await page.goto('/guests/pve1/vms/200?past=week');
  await expect(page.getByRole('region', { name: 'Load' }).locator('time').first()).toContainText('UTC');
  await expect(page.getByRole('img', { name: /^CPU over the last week/ })).toBeVisible();

  await page.goto('/resources');
  await page.getByRole('button', { name: 'Saved views' }).click();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Containers', exact: true }).click();

  await expect(page.getByRole('textbox', { name: 'Filter guests' })).toHaveValue('type:lxc');
});

test('says that events are cut, and when they are back', async ({ page, context }) => {
  await page.goto('/');
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await context.setOffline(true);
  await page.reload().catch(() => undefined);
  await context.setOffline(false);
  await page.goto('/');
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
});

test('the drawer shows what runs on every page', async ({ page }) => {
  await page.goto('/resources?q=vmid%3A204');
  await page.getByRole('button', { name: /under way/ }).click();
  await page.getByRole('button', { name: 'Actions on exam-server (204)' }).click();
  await page.getByRole('menuitem', { name: /^Reboot/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Reboot' }).click();
  const drawer = page.getByRole('region', { name: 'Running operations' }).last();
  await expect(drawer.getByRole('link', { name: /Reboot/ }).first()).toBeVisible();
  await page.getByRole('link', { name: 'Operations' }).first().click();
  await expect(drawer.getByRole('link', { name: /Reboot/ }).first()).toBeVisible();
});

test('numbers are written as in the language of the browser', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ locale: 'de-DE', baseURL: baseURL ?? '' });
  const page = await context.newPage();
  await page.goto('/');

  await expect(
    page
      .getByRole('main')
      .getByText(/\d,\d (of \S+ )?[GT]iB/)
      .first(),
  ).toBeVisible();
  await expect(page.getByRole('main').getByText(/\d\.\d (of \S+ )?[GT]iB/)).toHaveCount(0);
  await context.close();
});
