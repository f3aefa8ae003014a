import { expect, type Page, test } from '@playwright/test';
import { create, next } from './steps';

/** The wizard at the network of a container. */
async function containerToNetwork(page: Page, name: string) {
  await page.goto('/provision?type=lxc');
  await next(page, 'Step 2 of 6: Template');
  await page
    .getByRole('radio', { name: /ubuntu-22\.04/ })
    .first()
    .click();
  await next(page, 'Step 3 of 6: Resources');
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('button', { name: /^Small/ }).click();
  await next(page, 'Step 4 of 6: Node and network');
  await page.getByRole('radio', { name: 'pve1' }).click();
  await expect(page.getByLabel('Bridge')).toHaveValue('vmbr0');
  await page.getByLabel('Storage').selectOption('local-lvm');
}

/** Chooses the prefix of a VLAN of NetBox for the first network card. */
async function choosePrefix(page: Page, vlan: string, prefix: string) {
  const card = page.getByRole('group', { name: 'net0' });
  await card.getByLabel('IPv4', { exact: true }).selectOption('netbox');
  await card.getByRole('combobox', { name: 'VLAN in NetBox' }).fill(vlan.split(' ')[0] ?? '');
  await page.getByRole('option', { name: vlan }).click();
  await card.getByRole('combobox', { name: 'IPv4 prefix' }).click();
  await page
    .getByRole('option', { name: new RegExp(`^${prefix.replaceAll('.', '\\.')}`) })
    .first()
    .click();
  return card;
}

/** Waits until the inventory's page of addresses shows one of them, or does no more. */
async function awaitAddress(page: Page, address: string, there: boolean) {
  await expect(async () => {
    await page.goto(`/inventory/addresses?q=${encodeURIComponent(address.split('/')[0] ?? '')}`);
    await expect(page.getByText(there ? address : 'No address matches', { exact: true }).first()).toBeVisible({ timeout: 3000 });
  }).toPass({ timeout: 180_000 });
}

test('an address is held in the wizard, becomes the guest’s, is seen in the inventory, and is given back with the guest', async ({ page }) => {
  await containerToNetwork(page, 'addressed');
  const card = await choosePrefix(page, '130 lab (FRA1)', '10.20.30.0/24');
  await expect(card.getByText(/^Next free: 10\.20\.30\.\d+\/24$/)).toBeVisible();
  await card.getByRole('button', { name: 'Hold the next free address of 10.20.30.0/24' }).click();
  const told = card.getByText(/^10\.20\.30\.\d+\/24 is held for you$/);
  await expect(told).toBeVisible();
  const address = ((await told.textContent()) ?? '').split(' ')[0] ?? '';
  await expect(card.getByLabel('IPv4 gateway')).toHaveValue('10.20.30.1');
  await expect(card.getByText(/From custom field gateway in NetBox\./)).toBeVisible();
  await expect(page.getByLabel('DNS servers')).toHaveValue('10.20.0.53');

  // It stands a reload.
  await page.reload();
  await expect(card.getByText(/^In NetBox until/)).toBeVisible();

  await next(page, 'Step 5 of 6: Review');
  await expect(page.getByRole('row', { name: /net0/ })).toContainText(`${address} → 10.20.30.1, held in NetBox`);
  await create(page, 'Succeeded');
  await page.getByRole('main').getByRole('link', { name: /^\d+$/ }).click();
  await page.waitForURL(/\/guests\/pve1\/lxc\/\d+$/);
  const guest = page.url();
  await page.getByRole('link', { name: 'Network' }).click();
  await expect(page.getByRole('row', { name: /net0/ })).toContainText(address);

  await awaitAddress(page, address, true);
  await expect(page.getByRole('row', { name: new RegExp(address.replaceAll('.', '\\.')) })).toContainText('addressed');

  await page.goto(guest);
  await expect(page.getByRole('row', { name: /^NetBox/ })).toContainText(/Recorded .* ago/);
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('addressed');
  await dialog.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('There is no guest');
  await awaitAddress(page, address, false);
});

test('an address is given back when its network card is removed, and when the wizard is left', async ({ page }) => {
  await containerToNetwork(page, 'left');
  const card = await choosePrefix(page, '130 lab (VIE1)', '10.30.30.0/24');
  const hold = card.getByRole('button', { name: 'Hold the next free address of 10.30.30.0/24' });
  const held = async () => ((await (await page.request.get('/api/inventory/allocations')).json()) as { address: string }[]).map(({ address }) => address);
  await hold.click();
  await expect(card.getByText('10.30.30.2/24 is held for you')).toBeVisible();
  expect(await held()).toEqual(['10.30.30.2/24']);
  await card.getByRole('button', { name: 'Take another address than 10.30.30.2/24' }).click();
  await expect(card.getByText('10.30.30.3/24 is held for you')).toBeVisible();
  await expect.poll(held).toEqual(['10.30.30.3/24']);

  await page.getByRole('link', { name: 'Dashboard' }).click();
  await expect.poll(held).toEqual([]);

  await page.goBack();
  await expect(card.getByText('10.30.30.3/24 is held for you no more')).toBeVisible();
  await card.getByRole('button', { name: 'Take 10.30.30.3/24 again' }).click();
  await expect(card.getByText('10.30.30.3/24 is held for you', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Remove net0' }).click();
  await expect.poll(held).toEqual([]);
});
