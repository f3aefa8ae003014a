import { expect, test, type Page } from '@playwright/test';
import { barriersInLightAndDark } from './accessible';

// Days of their own, far from each other, so that no test meets what another has booked.
const day = (number: number) => new Date(Date.now() + (20 + number) * 86_400_000).toISOString().slice(0, 10);

/** Where an hour stands on a lane. */
async function hourOn(page: Page, lane: string, hour: number) {
  const box = await page.getByRole('listitem', { name: lane, exact: true }).locator('[data-lane]').boundingBox();
  if (!box) {
    throw new Error(`${lane} has no lane`);
  }
  return { x: box.x + (box.width * hour) / 24, y: box.y + box.height / 2 };
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, to.y, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
}

async function bookOnLane(page: Page, lane: string, title: string, from: number, to: number) {
  await drag(page, await hourOn(page, lane, from), await hourOn(page, lane, to));
  await page.mouse.up();
  const dialog = page.getByRole('dialog', { name: 'New reservation' });
  await dialog.getByRole('textbox', { name: /^Title/ }).fill(title);
  await dialog.getByRole('button', { name: 'Reserve' }).click();
  // It fades, and catches the pointer until it is gone.
  await expect(dialog).toBeHidden();
}

const block = (page: Page, title: string) => page.getByRole('button', { name: new RegExp(`^${title}, `) });

test('a lane is booked by dragging, and what is taken is told while one drags', async ({ page }) => {
  await page.goto(`/reservations?view=lanes&date=${day(1)}`);
  await bookOnLane(page, 'pve1', 'Dragged', 9, 12);
  await expect(block(page, 'Dragged')).toBeVisible();

  let asked = 0;
  page.on('request', (request) => {
    asked += request.url().includes('/api/reservations') || request.url().includes('/api/availability') ? 1 : 0;
  });
  await drag(page, await hourOn(page, 'pve1', 14), await hourOn(page, 'pve1', 10));
  await expect(page.getByText(/^pve1 is taken by .* until/)).toBeVisible();
  expect(asked).toBe(0);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('a conflict keeps the dialog open, and one press takes another node', async ({ page }) => {
  await page.goto(`/reservations?view=lanes&date=${day(2)}`);
  await bookOnLane(page, 'pve1', 'First', 9, 12);
  await expect(block(page, 'First')).toBeVisible();
  await bookOnLane(page, 'pve1', 'Second', 13, 15);
  await expect(block(page, 'Second')).toBeVisible();

  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: 'New reservation' });
  await dialog.getByRole('textbox', { name: /^Title/ }).fill('Third');
  await dialog.getByLabel('Node').selectOption('pve1');
  await dialog.getByLabel(/^Start/).fill(`${day(2)}T10:00`);
  await dialog.getByRole('button', { name: 'Reserve' }).click();
  await expect(dialog.getByRole('list', { name: 'It is taken' })).toContainText('First');
  await expect(dialog.getByRole('button', { name: /^Use / }).first()).toBeVisible();
  await dialog
    .getByRole('button', { name: /^Same time on / })
    .first()
    .click();

  await expect(dialog).toBeHidden();
  await expect(block(page, 'Third')).toBeVisible();
});

test('a reservation is moved by dragging, and back with Undo', async ({ page }) => {
  await page.goto(`/reservations?view=lanes&date=${day(3)}`);
  await bookOnLane(page, 'pve1', 'Movable', 8, 10);
  await expect(block(page, 'Movable')).toHaveAccessibleName(/0?8:00/);

  const box = await block(page, 'Movable').boundingBox();
  const y = box ? box.y + box.height / 2 : 0;
  await drag(page, { ...(await hourOn(page, 'pve1', 9)), y }, { ...(await hourOn(page, 'pve1', 15)), y });
  await page.mouse.up();
  await expect(block(page, 'Movable')).toHaveAccessibleName(/14:00/);
  await page.getByRole('button', { name: 'Undo' }).click();

  await expect(block(page, 'Movable')).toHaveAccessibleName(/0?8:00/);
});

test('a week is booked by dragging in the calendar', async ({ page }) => {
  await page.goto(`/reservations?view=week&date=${day(5)}&node=pve2`);
  const column = page.locator(`[data-date="${day(5)}"]`).last();
  const box = await column.boundingBox();
  if (!box) {
    throw new Error('the day is not shown');
  }
  const x = box.x + box.width / 2;
  // What stands above the hours may take more than one line.
  const nine = await page.getByText('09:00', { exact: true }).first().boundingBox();
  const y = (nine?.y ?? 400) + 10;
  await drag(page, { x, y }, { x, y: y + 120 });
  await expect(page.getByText(/: free$/)).toBeVisible();
  await page.mouse.up();

  const dialog = page.getByRole('dialog', { name: 'New reservation' });
  await expect(dialog.getByLabel('Node')).toHaveValue('pve2');
  await dialog.getByRole('textbox', { name: /^Title/ }).fill('In the week');
  await dialog.getByRole('button', { name: 'Reserve' }).click();
  await expect(page.getByRole('region', { name: /^Calendar/ })).toContainText('In the week');
});

test('what is booked ends later by dragging its lower edge, in steps of a quarter of an hour, and as before with Undo', async ({ page, request }) => {
  const made = await request.post('/api/reservations', {
    data: { title: 'Elastic', proxmox_node: 'pve2', start_dt: `${day(17)}T09:00:00`, end_dt: `${day(17)}T10:00:00` },
  });
  const { id } = (await made.json()) as { id: number };
  const end = async () => ((await (await request.get(`/api/reservations/${id}`)).json()) as { end_dt: string }).end_dt;
  for (const view of ['week', 'day']) {
    await page.goto(`/reservations?view=${view}&date=${day(17)}&node=pve2`);
    // Not the mirror that follows the pointer.
    const event = page
      .getByRole('region', { name: /^Calendar/ })
      .getByRole('list')
      .getByTitle('Elastic');
    await expect(event).toContainText('10:00');
    const box = await event.boundingBox();
    if (!box) {
      throw new Error('it is not shown');
    }
    const [x, edge] = [box.x + box.width / 2, box.y + box.height - 2];
    await page.mouse.move(x, edge);
    await drag(page, { x, y: edge }, { x, y: edge + (box.height * 42) / 60 });
    await expect(page.getByText(/: free$/)).toBeVisible();
    await page.mouse.up();

    await expect(event).toContainText('10:45');
    await expect.poll(end).toContain('T10:45:00');
    await page.getByRole('button', { name: 'Undo' }).click();

    await expect(event).toContainText('10:00');
    await expect.poll(end).toContain('T10:00:00');
  }
});

test('a series leaves out what is taken and what one does not want, and says so before and after', async ({ page, request }) => {
  const other = { title: 'In the way', proxmox_node: 'pve1', start_dt: `${day(9)}T10:00:00`, end_dt: `${day(9)}T11:00:00` };
  expect((await request.post('/api/reservations', { data: other })).status()).toBe(201);
  await page.goto(`/reservations?view=lanes&date=${day(8)}&node=pve1&book=yes`);
  const dialog = page.getByRole('dialog', { name: 'New reservation' });
  await dialog.getByRole('textbox', { name: /^Title/ }).fill('Daily');
  await dialog.getByLabel('Repeat').selectOption('By days');
  await dialog.getByRole('textbox', { name: 'Times' }).fill('4');
  await dialog.getByLabel('Where a date is taken').selectOption('book the others');
  await dialog
    .getByRole('button', { name: /^Leave out/ })
    .nth(2)
    .click();
  await expect(dialog.getByText('1 date is taken.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Reserve', exact: true }).click();

  await block(page, 'Daily').click();
  const series = page.getByRole('region', { name: 'Series' });
  await expect(series.getByRole('list', { name: 'Next dates' }).getByRole('listitem')).toHaveCount(2);
  await expect(series.getByRole('list', { name: 'Dates that could not be booked' })).toContainText('node pve1 is taken');
});

test('what is closed shows with its reason, and is refused with it', async ({ page }) => {
  await page.goto('/reservations/blackouts');
  await page.getByRole('button', { name: 'New blackout' }).click();
  const closing = page.getByRole('dialog', { name: 'New blackout' });
  await closing.getByRole('textbox', { name: /^Why/ }).fill('New firmware');
  await closing.getByRole('combobox', { name: /^What is closed/ }).fill('pve2');
  await page.getByRole('option', { name: 'pve2', exact: true }).click();
  await closing.getByLabel(/^Start/).fill(`${day(13)}T09:00`);
  await closing.getByRole('button', { name: 'Close it' }).click();
  await expect(page.getByRole('link', { name: 'New firmware' })).toBeVisible();

  await page.goto(`/reservations?view=lanes&date=${day(13)}`);
  await expect(block(page, 'Closed: New firmware')).toBeVisible();
  await drag(page, await hourOn(page, 'pve2', 14), await hourOn(page, 'pve2', 10));
  await expect(page.getByText(/^pve2 is closed until .*: New firmware$/)).toBeVisible();
  await page.mouse.up();
  const dialog = page.getByRole('dialog', { name: 'New reservation' });
  await dialog.getByRole('textbox', { name: /^Title/ }).fill('Closed out');
  await dialog.getByRole('button', { name: 'Reserve', exact: true }).click();
  await expect(dialog.getByRole('list', { name: 'It is taken' })).toContainText('closed, New firmware');
});

test('everything is done by keyboard: booked, found, changed, cancelled', async ({ page }) => {
  await page.goto(`/reservations?view=list&date=${day(70)}`);
  await expect(page.getByText('No reservations in this time')).toBeVisible();
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: /^Title/ })).toBeFocused();
  await page.keyboard.type('By keys');
  await page.keyboard.press('Enter');
  const link = page.getByRole('link', { name: 'By keys' });
  await expect(link).toBeVisible();
  // What can be done stands in its row without scrolling it.
  await expect(page.getByRole('button', { name: 'Cancel By keys' })).toBeInViewport({ ratio: 1 });
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'By keys' })).toBeVisible();
  await page.getByRole('button', { name: 'Edit: By keys' }).focus();
  await page.keyboard.press('Enter');
  await dialog.getByLabel(/^Start/).fill(`${day(70)}T13:00`);
  await dialog.getByLabel('Duration (h:mm)').fill('3:00');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('cell', { name: '3 h', exact: true })).toBeVisible();
  await expect(page.getByRole('cell', { name: /13:00.*16:00/ })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel By keys' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Cancelled', { exact: true }).first()).toBeVisible();
});

test('what runs is extended by keyboard', async ({ page, request }) => {
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  const made = await request.post('/api/reservations', { data: { title: 'Running', start_dt: at(-1), end_dt: at(59) } });
  await page.goto(`/reservations/${((await made.json()) as { id: number }).id}`);
  await page.getByRole('button', { name: 'Extend: Running' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: /^Longer by/ })).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('45');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('cell', { name: '1 h 45 min', exact: true })).toBeVisible();
});

test('on a phone it is a list, lanes too, in which one books, cancels and undoes that', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, baseURL: baseURL ?? '' });
  const page = await context.newPage();
  for (const view of ['', '?view=lanes', '?view=day', '?view=month']) {
    await page.goto(`/reservations${view}`);
    await expect(page.getByRole('heading', { level: 1, name: 'Reservations' })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), view).toBeLessThanOrEqual(390);
  }
  await page.goto('/reservations?view=lanes');
  await expect(page.getByRole('region', { name: /^Lanes/ })).toBeHidden();

  await page.goto(`/reservations?view=week&date=${day(15)}`);
  // What lies above the sight of a week that today is not in: the seven hours before the morning.
  await expect
    .poll(() => page.locator('[style*="auto"]:has([role=rowheader])').evaluate(({ scrollTop, scrollHeight }) => Math.round((24 * scrollTop) / scrollHeight)))
    .toBe(7);

  await page.goto(`/reservations?date=${day(15)}`);
  await page.getByRole('button', { name: 'New reservation' }).tap();
  const dialog = page.getByRole('dialog', { name: 'New reservation' });
  await dialog.getByRole('textbox', { name: /^Title/ }).fill('By thumb');
  await dialog.getByRole('button', { name: 'Reserve', exact: true }).tap();
  await page.getByRole('link', { name: 'By thumb' }).tap();
  await page.getByRole('button', { name: 'Cancel By thumb' }).tap();
  await expect(page.getByText('Cancelled', { exact: true }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).tap();
  await expect(page.getByText(/^Booked again, as reservation \d+\.$/)).toBeVisible();
  await expect(page.getByText('Cancelled', { exact: true })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Cancel By thumb' })).toBeVisible();
  await page.goto(`/reservations?date=${day(15)}`);
  const link = page.getByRole('link', { name: 'By thumb' });
  await expect(link).toBeVisible();
  // What it is about begins high, whatever is said above the page.
  const heading = await page.getByRole('heading', { level: 1 }).boundingBox();
  expect(((await link.boundingBox())?.y ?? Infinity) - (heading?.y ?? 0)).toBeLessThan(300);
  await context.close();
});

test('each view is accessible, in light and in dark', async ({ page }) => {
  const found: string[] = [];
  for (const view of ['month', 'week', 'day', 'list', 'lanes', 'week&book=yes']) {
    await page.goto(`/reservations?view=${view}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByLabel(/^Loading /)).toHaveCount(0);
    found.push(...(await barriersInLightAndDark(page)));
  }
  expect(found).toEqual([]);
});
