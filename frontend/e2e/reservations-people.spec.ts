import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { added, direttore, entered, good, pageOf } from './people';

test.describe.configure({ mode: 'serial' });

let admin: APIRequestContext;
let ana: APIRequestContext;
let bo: APIRequestContext;

test.beforeAll(async () => {
  admin = await entered(direttore('link', 'admin'));
  ana = await added(admin, 'ana', 'user');
  bo = await added(admin, 'bo', 'user');
});

test.afterAll(() => Promise.all([admin, ana, bo].map((each) => each.dispose())));

const day = (number: number) => new Date(Date.now() + (20 + number) * 86_400_000).toISOString().slice(0, 10);

/** Asks for pve1 from ten to twelve. */
async function ask(page: Page, title: string, on: string) {
  await page.goto(`/reservations?view=list&date=${on}&node=pve1&book=yes`);
  const dialog = page.getByRole('dialog', { name: 'New reservation' });
  await dialog.getByRole('textbox', { name: /^Title/ }).fill(title);
  await dialog.getByLabel(/^Start/).fill(`${on}T10:00`);
  await dialog.getByRole('button', { name: 'Reserve', exact: true }).click();
  return dialog;
}

test('what somebody else cancels is offered to who waits for it, and accepted', async ({ browser }) => {
  const on = day(1);
  const order = { title: 'Of ana', proxmox_node: 'pve1', start_dt: `${on}T10:00:00`, end_dt: `${on}T12:00:00` };
  const { id } = await good<{ id: number }>(ana.post('/api/reservations', { data: order }));
  const page = await pageOf(browser, bo);
  const refused = await ask(page, 'Wanted', on);
  await expect(refused.getByRole('list', { name: 'It is taken' })).toContainText('ana');
  await refused.getByRole('button', { name: 'Wait for it' }).click();
  const dialog = page.getByRole('dialog', { name: 'Wait for it' });
  await dialog.getByLabel(/^Latest end/).fill(`${on}T12:00`);
  await dialog.getByRole('button', { name: 'Wait', exact: true }).click();
  await expect(page.getByText(/^Number 1 on the waiting list/)).toBeVisible();

  await good(ana.delete(`/api/reservations/${id}`));
  const offer = page.getByRole('group', { name: 'Offered to you' });
  await expect(offer).toContainText('Wanted');
  await offer.getByRole('button', { name: 'Accept Wanted' }).click();

  await expect(offer).toBeHidden();
  await page.getByRole('link', { name: 'Wanted' }).click();
  await expect(page.getByText('Booked', { exact: true }).first()).toBeVisible();
  await page.context().close();
});

test('what the rules say is kept, and booked once somebody else has approved it', async ({ browser }) => {
  await good(admin.put('/api/policies/general', { data: { approval: { whole_node: true } } }));
  const page = await pageOf(browser, bo);
  await ask(page, 'Exam', day(3));
  await expect(page.getByText(/It waits for an approval, and is kept free for you meanwhile/)).toBeVisible();
  await page.getByRole('link', { name: 'Exam' }).click();
  await expect(page.getByText('Waits for approval', { exact: true }).first()).toBeVisible();

  const approver = await pageOf(browser, admin);
  await approver.goto('/reservations?view=list');
  await approver.getByRole('link', { name: 'Approvals (1)' }).click();
  await approver.getByRole('button', { name: 'Approve Exam' }).click();
  const dialog = approver.getByRole('dialog', { name: 'Approve Exam' });
  await dialog.getByLabel(/^Reason/).fill('Good luck.');
  await dialog.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(approver.getByText('Nothing waits for an approval of yours')).toBeVisible();
  await approver.context().close();

  await expect(page.getByText(/Approved by admin.*Good luck\./)).toBeVisible();
  await expect(page.getByText('Booked', { exact: true }).first()).toBeVisible();
  await good(admin.delete('/api/policies/general'));
  await page.context().close();
});
