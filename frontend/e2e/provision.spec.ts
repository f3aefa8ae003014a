import { expect, test } from '@playwright/test';
import { fault, mend } from './cluster';
import { containerToReview, create, next } from './steps';

test.afterEach(mend);

test('a container is made by hand and runs', async ({ page }) => {
  await containerToReview(page, 'by-hand');
  await expect(page.getByRole('row', { name: /net0/ })).toContainText('vmbr0');
  await expect(page.getByLabel('The API call').last()).toContainText('"hostname": "by-hand"');

  await create(page, 'Succeeded');

  await expect(page.getByRole('list', { name: 'Steps' }).getByText('Done')).toHaveCount(2);
  await page.getByRole('main').getByRole('link', { name: /^\d+$/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('by-hand');
  await expect(page.getByRole('main').getByText('Running', { exact: true }).first()).toBeVisible();
});

test('the wizard’s default path leads to a machine that the server takes', async ({ page }) => {
  await page.goto('/provision');
  await next(page, 'Step 2 of 6: Template');
  await page.getByRole('radio').first().click();
  await next(page, 'Step 3 of 6: Resources');
  await page.getByRole('textbox', { name: 'Name' }).fill('by-default');
  await next(page, 'Step 4 of 6: Node and network');
  // A node was chosen, and it is said why.
  await expect(page.getByRole('radiogroup', { name: 'Node' }).getByRole('radio', { checked: true })).toHaveCount(1);
  await expect(page.getByText(/^pve\d (is the only node that can take it|has the most room)/)).toBeVisible();
  await expect(page.getByLabel('Bridge')).toHaveValue('vmbr0');
  await next(page, 'Step 5 of 6: Review');
});

test('a VM is cloned by hand with an account and a static address, and runs', async ({ page }) => {
  await page.goto('/provision?type=vm');
  await page.getByRole('radio', { name: 'Clone a template' }).click();
  await next(page, 'Step 2 of 6: Template');
  await page
    .getByRole('radio', { name: /debian/ })
    .first()
    .click();
  await next(page, 'Step 3 of 6: Resources');
  await page.getByRole('textbox', { name: 'Name' }).fill('cloned');
  await page.getByRole('textbox', { name: 'User' }).fill('ana');
  await next(page, 'Step 4 of 6: Node and network');
  const card = page.getByRole('group', { name: 'net0' });
  await card.getByLabel('IPv4', { exact: true }).selectOption('static');
  await card.getByLabel('IPv4 address').fill('10.10.100.5/24');
  await card.getByLabel('IPv4 gateway').fill('10.10.101.1');
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Must lie in 10.10.100.5/24.');
  await card.getByLabel('IPv4 gateway').fill('10.10.100.1');
  await next(page, 'Step 5 of 6: Review');

  await create(page, 'Succeeded');

  await page.getByRole('main').getByRole('link', { name: /^\d+$/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('cloned');
  await page.getByRole('link', { name: 'Network' }).click();
  await expect(page.getByRole('row', { name: /net0/ })).toContainText('10.10.100.5/24');
});

test('one that fails says where and why, and is tried again with its password', async ({ page }) => {
  await fault({ kind: 'task-fails', type: 'vzcreate', text: 'no such luck' });
  await containerToReview(page, 'second-try', { password: 'correct horse' });
  await create(page, 'Failed');
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Failed at: Create the guest');
  await expect(page.getByRole('main').getByRole('alert')).toContainText('no such luck');

  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('dialog').locator('input[type=password]').fill('correct horse');
  const failed = page.url();
  await page.getByRole('button', { name: 'Submit again' }).click();

  await expect(page).not.toHaveURL(failed);
  await expect(page.getByRole('main').getByText('Succeeded', { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Repeats an earlier operation' })).toBeVisible();
});

test('what the server would refuse does not reach the review', async ({ page }) => {
  await page.goto('/provision?type=lxc');
  await next(page, 'Step 2 of 6: Template');
  await page
    .getByRole('radio', { name: /ubuntu-22\.04/ })
    .first()
    .click();
  await next(page, 'Step 3 of 6: Resources');
  await page.getByRole('textbox', { name: 'Name' }).fill('-wrong-');
  await page.getByRole('textbox', { name: 'VMID' }).fill('200');
  await expect(page.getByText(/vmid 200 is taken/)).toBeVisible();
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Must be DNS labels');
  await page.getByRole('textbox', { name: 'Name' }).fill('too-large');
  await page.getByRole('textbox', { name: 'VMID' }).fill('');
  await page.getByRole('textbox', { name: 'Disk (GiB)' }).fill('131072');
  await next(page, 'Step 4 of 6: Node and network');
  for (const node of await page.getByRole('radiogroup', { name: 'Node' }).getByRole('radio').all()) {
    await expect(node).toBeDisabled();
  }
  await expect(page.getByText(/GiB free, 131072 GiB is asked for/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Step 4 of 6: Node and network' })).toBeVisible();
});

test('the draft survives a reload, and progress can be left and found again', async ({ page }) => {
  await containerToReview(page, 'patient');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Step 5 of 6: Review' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Name: patient/ })).toBeVisible();

  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page).toHaveURL(/\/operations\//);
  const operation = page.url();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('patient');
  await page.goto('/');
  await page.goto(operation);
  await expect(page.getByRole('main').getByText('Succeeded', { exact: true }).first()).toBeVisible();
});
