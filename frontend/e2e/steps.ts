import { expect, type Page } from '@playwright/test';

/** Goes on to the next step of the wizard. */
export async function next(page: Page, heading: string) {
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(page.getByRole('heading', { name: heading })).toBeVisible();
}

/** The wizard with a container's first steps filled in, at its review. */
export async function containerToReview(page: Page, name: string, { password = '' } = {}) {
  await page.goto('/provision?type=lxc');
  await next(page, 'Step 2 of 6: Template');
  await page.getByRole('textbox', { name: 'Search templates' }).fill('ubuntu');
  await page
    .getByRole('radio', { name: /ubuntu-22\.04/ })
    .first()
    .click();
  await next(page, 'Step 3 of 6: Resources');
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('button', { name: /^Small/ }).click();
  if (password) {
    await page.getByLabel('Password', { exact: true }).fill(password);
  }
  await next(page, 'Step 4 of 6: Node and network');
  await page.getByRole('radio', { name: 'pve1' }).click();
  await expect(page.getByLabel('Bridge')).toHaveValue('vmbr0');
  await page.getByLabel('Storage').selectOption('local-lvm');
  await next(page, 'Step 5 of 6: Review');
}

/** Orders what is under review and waits for its end. */
export async function create(page: Page, end: 'Succeeded' | 'Failed') {
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page).toHaveURL(/\/operations\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('main').getByText(end, { exact: true }).first()).toBeVisible();
}
