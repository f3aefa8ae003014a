import { expect, request, type APIRequestContext, type APIResponse, type Browser, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Where the program answers that people sign in to. */
export const base = `http://127.0.0.1:${Number(process.env.E2E_PORT) + 10}`;
export const password = 'nine grey geese fly';

/** What an operator types on the machine that Direttore runs on. */
export const direttore = (...words: string[]): string =>
  execFileSync(join(process.env.DISTRIBUTION ?? '', 'bin/direttore'), ['user', ...words], {
    env: { ...process.env, DATA_DIR: join(process.env.E2E_DATA ?? '', 'guarded') },
    encoding: 'utf8',
  }).trim();

/** The body of an answer that has to be a good one. */
export async function good<T>(sent: Promise<APIResponse>): Promise<T> {
  const answer = await sent;
  expect(answer.ok(), await answer.text()).toBe(true);
  return answer.status() === 204 ? (undefined as T) : ((await answer.json()) as T);
}

/** Signs in by a link that works once, without the page for it. */
export async function entered(link: string): Promise<APIRequestContext> {
  const api = await request.newContext({ baseURL: base, extraHTTPHeaders: { Origin: base } });
  await good(api.post('/api/session/link', { data: { token: link.slice(link.indexOf('#') + 1), password } }));
  return api;
}

/** Somebody new with a role, signed in. */
export async function added(admin: APIRequestContext, name: string, role: string): Promise<APIRequestContext> {
  const data = { name, grants: [{ role, scope: 'everywhere', value: null }] };
  const { link } = await good<{ link: string }>(admin.post('/api/people', { data }));
  return entered(link);
}

/** A browser of theirs. */
export async function pageOf(browser: Browser, api: APIRequestContext): Promise<Page> {
  const context = await browser.newContext({ baseURL: base, storageState: await api.storageState() });
  return context.newPage();
}
