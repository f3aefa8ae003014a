import { expect, test, type Page } from '@playwright/test';
import { barriers } from './accessible';
import { base, direttore, password } from './people';

test.use({ baseURL: base });
test.describe.configure({ mode: 'serial' });

async function welcome(page: Page, link: string) {
  await page.goto(link);
  await page.getByRole('textbox', { name: 'New password', exact: true }).fill(password);
  await page.getByRole('textbox', { name: 'New password once more' }).fill(password);
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Dashboard' })).toBeVisible();
}

async function signIn(page: Page, name: string, word = password) {
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(word);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

const accessible = async (page: Page) => expect(await barriers(page)).toEqual([]);

test('the administrator comes in by a link that works once', async ({ page }) => {
  const link = direttore('link', 'admin');
  await welcome(page, link);
  expect(page.url()).not.toContain('#');

  await page.goto(link);
  await expect(page.getByRole('alert')).toContainText('was used before');
  await expect(page.getByRole('textbox', { name: 'New password', exact: true })).toBeHidden();
});

test('whoever is not signed in is led to the sign-in, and then to where they were going', async ({ page }) => {
  await page.goto('/resources?q=web');
  await expect(page).toHaveURL(/\/sign-in\?return=/);
  await accessible(page);
  await signIn(page, 'admin', 'not the right one');
  await expect(page.getByRole('alert')).toContainText('the name or the password is wrong');
  await signIn(page, 'admin');
  await expect(page).toHaveURL(/\/resources\?q=web$/);
  await expect(page.getByRole('link', { name: 'People' })).toBeVisible();

  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto('/');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('nobody is sent to another server after the sign-in', async ({ page }) => {
  for (const away of ['//evil.example', 'https://evil.example/', '/\\evil.example', 'javascript:alert(1)']) {
    await page.goto(`/sign-in?return=${encodeURIComponent(away)}`);
    await signIn(page, 'admin');
    await expect(page.getByRole('heading', { name: 'Dashboard' })).toBeVisible();
    expect(new URL(page.url()).origin).toBe(base);
    await page.context().clearCookies();
  }
});

/** The sign-in page of the provider, which asks who it is and then whether we may know. */
async function atProvider(page: Page, login: string) {
  await page.getByRole('link', { name: 'Sign in with University' }).click();
  await page.getByPlaceholder('Enter any login').fill(login);
  await page.getByPlaceholder('and password').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

test('somebody comes in from the OpenID provider with what their groups may do', async ({ page }) => {
  await page.goto('/resources?q=web');
  await accessible(page);
  await atProvider(page, 'dora');
  await expect(page).toHaveURL(/\/resources\?q=web$/);
  await page.goto('/profile');
  await expect(page.getByRole('main')).toContainText('Dora Dove');
  await expect(page.getByRole('main')).toContainText('may make guests');
});

test('whom the provider knows but this lab does not is told so', async ({ page }) => {
  await page.goto('/sign-in');
  await atProvider(page, 'eve');
  await expect(page).toHaveURL(/\/sign-in\?error=unknown/);
  await expect(page.getByRole('alert')).toContainText('none of your groups there may use this lab');
  await accessible(page);
});

test('who declines at the provider can try another way', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Sign in with University' }).click();
  await page.getByRole('link', { name: 'Cancel' }).click();
  await expect(page.getByRole('alert')).toContainText('you declined');
  await signIn(page, 'admin');
  await expect(page.getByRole('heading', { name: 'Dashboard' })).toBeVisible();
});

test('a user sees everything, changes what is theirs, and is told why not more', async ({ page }) => {
  await welcome(page, direttore('add', 'ben', '--role', 'user'));
  await expect(page.getByRole('link', { name: 'People' })).toHaveCount(0);
  await page.goto('/resources');
  await page.getByRole('button', { name: /^Actions on web / }).click();
  const stop = page.getByRole('menuitem', { name: /^Stop/ });
  await expect(stop).toBeDisabled();
  await expect(stop).toContainText('You may change only guests that are your own');

  const refused = await page.evaluate(async () => {
    const guests = (await (await fetch('/api/proxmox/guests')).json()) as { vmid: number; node: string; name: string }[];
    const web = guests.find(({ name }) => name === 'web');
    return (await fetch(`/api/proxmox/nodes/${web?.node}/vms/${web?.vmid}/stop`, { method: 'POST' })).json() as Promise<{
      status: number;
      right: string;
      detail: string;
    }>;
  });
  expect(refused).toMatchObject({ status: 403, right: 'change-guests' });
  expect(await stop.textContent()).toContain(refused.detail);
  await page.goto('/people');
  await expect(page.getByRole('main')).toContainText(/manage people/);
});

test('a token is made, opens the API, and is revoked', async ({ page, request }) => {
  await page.goto('/sign-in');
  await signIn(page, 'ben');
  await expect(page.getByRole('heading', { name: 'Dashboard' })).toBeVisible();
  await page.goto('/profile');
  await accessible(page);
  await page.getByRole('button', { name: 'Make a token' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('ci');
  await dialog.getByRole('button', { name: 'Create token' }).click();
  const secret = (await dialog.getByText(/^dtr_/).first().textContent())?.trim();
  const nodes = () => request.get(`${base}/api/proxmox/nodes`, { headers: { Authorization: `Bearer ${secret}` } });
  expect((await nodes()).status()).toBe(200);
  await dialog.getByRole('button', { name: 'Done' }).click();

  await page.getByRole('button', { name: 'Revoke ci' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(async () => expect((await nodes()).status()).toBe(401)).toPass();
});

test('the administrator reads who did what, and manages people', async ({ page }) => {
  await page.goto('/sign-in?return=%2Faudit');
  await signIn(page, 'admin');
  await expect(page.getByRole('main')).toContainText('token.make');
  await expect(page.getByRole('main')).toContainText('ben');
  await accessible(page);
  await page.goto('/people');
  await expect(page.getByRole('link', { name: /ben/ }).first()).toBeVisible();
  await accessible(page);
  await page.goto('/people/ben');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('ben');
  await accessible(page);
});

test('a guest is handed over, and whoever got it may change it', async ({ page }) => {
  await page.goto('/sign-in?return=%2Fresources%3Fq%3Dname%253Aweb');
  await signIn(page, 'admin');
  await page.getByRole('link', { name: 'web', exact: true }).click();
  await page.getByRole('button', { name: 'Hand over…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Hand over web / });
  await expect(dialog).toContainText('Nobody has it now.');
  await dialog.getByRole('combobox', { name: /^To whom/ }).fill('nobody-at-all');
  await dialog.getByRole('button', { name: 'Hand it over' }).click();
  await expect(dialog.getByRole('combobox', { name: /^To whom/ })).toHaveAttribute('aria-invalid', 'true');
  await accessible(page);
  await dialog.getByRole('combobox', { name: /^To whom/ }).fill('be');
  await page.getByRole('option', { name: /^ben/ }).click();
  await dialog.getByRole('button', { name: 'Hand it over' }).click();
  await expect(page.getByText(/^web .* belongs to ben now$/)).toBeVisible();
  await expect(page.getByRole('row', { name: /^Owner ben/ })).toBeVisible();

  await page.context().clearCookies();
  await page.goto('/sign-in?return=%2Fresources');
  await signIn(page, 'ben');
  await page.getByRole('button', { name: /^Actions on web / }).click();
  await expect(page.getByRole('menuitem', { name: /^Stop/ })).toBeEnabled();
});
