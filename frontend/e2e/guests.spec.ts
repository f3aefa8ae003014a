import { expect, test } from '@playwright/test';
import { containerToReview, create } from './steps';

test('many guests are stopped at once, with one result', async ({ page }) => {
  await page.goto('/resources?q=vmid%3A203%2C205%2C300');
  const table = page.getByRole('table', { name: 'Resources' });
  await expect(page.getByText(/^3 of \d+ guests$/)).toBeVisible();
  const before = await table.boundingBox();
  await page.getByRole('checkbox', { name: 'Select all that are shown' }).check();
  expect(await table.boundingBox()).toEqual(before);
  await page.getByRole('button', { name: 'Stop', exact: true }).click();

  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('region', { name: 'Will stop (2)' }).getByRole('listitem')).toHaveCount(2);
  await expect(dialog.getByRole('region', { name: 'Already stopped (1)' }).getByRole('listitem')).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Stop 2', exact: true }).click();

  await expect(page.getByText('Stop: all 2 succeeded').first()).toBeVisible();
  await expect(table.getByText('Stopped', { exact: true })).toHaveCount(3);
});

test('a guest that does not listen to its shutdown is stopped meanwhile', async ({ page }) => {
  await page.goto('/guests/pve2/vms/203');
  const main = page.getByRole('main');
  const tabs = page.getByRole('navigation', { name: 'Parts of the guest' });
  const place = await tabs.boundingBox();
  await main.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(main.getByText('Running', { exact: true }).first()).toBeVisible();
  await main.getByRole('button', { name: 'Shut down', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Shut down' }).click();
  await expect(main.getByText('Shutting down')).toBeVisible();
  expect(await tabs.boundingBox()).toEqual(place);

  await main.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('It is cancelled first');
  await page.getByRole('dialog').getByRole('button', { name: 'Stop', exact: true }).click();

  await expect(main.getByText('Stopped', { exact: true }).first()).toBeVisible();
  await expect(main.getByRole('link', { name: /^Shut down/ }).first()).toBeVisible();
  await expect(main.getByText('Cancelled', { exact: true }).first()).toBeVisible();
  expect(await tabs.boundingBox()).toEqual(place);
});

test('a guest is started from its row', async ({ page }) => {
  await page.goto('/resources?q=vmid%3A205');
  await page.getByRole('button', { name: 'Actions on spare (205)' }).click();
  await page.getByRole('menuitem', { name: /^Start/ }).click();

  await expect(page.getByRole('table').getByText('Running', { exact: true })).toBeVisible();
});

test('the filter, the order and the columns stand in the address', async ({ page }) => {
  await page.goto('/resources');
  await page.getByRole('textbox', { name: 'Filter guests' }).fill('type:lxc -name:dns');
  await page.getByRole('button', { name: 'Sort by Name' }).click();
  await expect(page).toHaveURL(/q=type%3Alxc\+-name%3Adns/);
  await expect(page).toHaveURL(/sort=name/);

  await page.reload();

  await expect(page.getByRole('textbox', { name: 'Filter guests' })).toHaveValue('type:lxc -name:dns');
  await expect(page.getByRole('link', { name: 'git', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'dns', exact: true })).toBeHidden();
});

test('a snapshot is taken, rolled back to and deleted; then the guest is deleted', async ({ page }) => {
  await containerToReview(page, 'precious');
  await create(page, 'Succeeded');
  await page.getByRole('main').getByRole('link', { name: /^\d+$/ }).click();
  await page.getByRole('link', { name: 'Snapshots' }).click();
  await page.getByRole('button', { name: 'Take a snapshot' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('before-exam');
  await page.getByRole('button', { name: 'Take snapshot' }).click();
  await expect(page.getByRole('button', { name: 'Roll back: before-exam' })).toBeEnabled();

  await page.getByRole('button', { name: 'Roll back: before-exam' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('before-exam');
  await page.getByRole('dialog').getByRole('button', { name: 'Roll back' }).click();
  await expect(page.getByText('Rolling back').first()).toBeVisible();
  await expect(page.getByRole('main').getByText('Running', { exact: true }).first()).toBeVisible();

  await page.getByRole('button', { name: 'Delete: before-exam' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('No snapshots yet')).toBeVisible();

  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('1 disk');
  await expect(dialog.getByRole('button', { name: 'Delete for good' })).toBeDisabled();
  await dialog.getByRole('textbox').fill('precious');
  await dialog.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('There is no guest');
});
