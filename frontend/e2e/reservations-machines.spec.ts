import { expect, test } from '@playwright/test';

test('three machines are made for a reservation, which is extended, given back and leaves none behind', async ({ page }) => {
  await page.goto('/reservations?view=list&book=yes');
  const dialog = page.getByRole('dialog', { name: 'New reservation' });
  await dialog.getByRole('textbox', { name: /^Title/ }).fill('Class');
  await dialog.getByLabel('Reserve', { exact: true }).selectOption('Only what its machines take');
  const start = new Date(Date.now() - 60_000).toISOString().slice(0, 16);
  await dialog.getByLabel('Zone', { exact: false }).selectOption('UTC');
  await dialog.getByRole('textbox', { name: /^Start/ }).fill(start);
  await dialog.getByLabel(/^Duration/).fill('1:00');
  await dialog.getByRole('textbox', { name: /^How many/ }).fill('3');
  await dialog.getByRole('textbox', { name: /^Name/ }).fill('class-{n}');
  await expect(dialog.getByText('From class-1 to class-3')).toBeVisible();
  await dialog.getByLabel('Made from').selectOption('A container template');
  await dialog.getByRole('combobox', { name: /^Template/ }).click();
  await page
    .getByRole('option', { name: /ubuntu-22\.04/ })
    .first()
    .click();
  await dialog.getByRole('button', { name: /^Small/ }).click();
  await dialog.getByRole('textbox', { name: /^Grace/ }).fill('0');
  await expect(dialog.getByRole('option', { name: /^Any, now / })).toBeAttached();
  await expect(dialog.getByLabel('Storage', { exact: true })).not.toHaveValue('');
  await dialog.getByRole('button', { name: 'Reserve', exact: true }).click();
  await expect(dialog).toBeHidden();

  await page.getByRole('link', { name: 'Class' }).click();
  await expect(page.getByText('3 of 3 ready')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('link', { name: 'class-2' }).click();
  await expect(page.getByRole('link', { name: /^Reserved until .*Class/ })).toBeVisible();
  await page.goBack();
  await page.getByRole('button', { name: 'Extend: Class' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'By 30 min' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Extend', exact: true }).click();
  await expect(page.getByRole('cell', { name: '1 h 30 min', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Return now: Class' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Return now' }).click();

  await expect(page.getByText('Gone', { exact: true })).toHaveCount(3, { timeout: 60_000 });
  await page.goto('/resources?q=class-');
  await expect(page.getByText('No guest matches')).toBeVisible();
});
