// Measures the UI against a running program and the cluster behind it: see bench/ui.
// BASE=http://… PROXMOX=https://… PROXMOX_TOKEN=user@realm!name=secret node scripts/measure.mjs [repetitions]
import { chromium } from '@playwright/test';

const base = process.env.BASE ?? 'http://127.0.0.1:8000';
const times = Number(process.argv[2] ?? 7);
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const row = (what, values) => console.log(`| ${what} | median ${Math.round(median(values))} ms, worst ${Math.round(Math.max(...values))} ms |`);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});

// From the click to the rows on the screen, timed in the page.
const untilRows = () =>
  new Promise((resolve) => {
    const begun = performance.now();
    document.querySelector('a[href="/resources"]').click();
    const look = () => (document.querySelectorAll('[role="table"] [role="row"]').length > 5 ? resolve(performance.now() - begun) : requestAnimationFrame(look));
    look();
  });

// From a keystroke to the frame after its result is drawn.
const untilFiltered = (text) =>
  new Promise((resolve) => {
    const input = document.querySelector('[data-filter]');
    const status = () => document.querySelector('main p[role="status"]')?.textContent;
    const before = status();
    const begun = performance.now();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
    const look = () => (status() !== before ? requestAnimationFrame(() => resolve(performance.now() - begun)) : requestAnimationFrame(look));
    look();
  });

// When Proxmox itself says that the guest has this state; asked over and over, each answer takes about a millisecond.
async function whenInProxmox({ node, vmid }, status) {
  for (;;) {
    const answer = await fetch(`${process.env.PROXMOX}/api2/json/nodes/${node}/qemu/${vmid}/status/current`, {
      headers: { Authorization: `PVEAPIToken=${process.env.PROXMOX_TOKEN}` },
    });
    if ((await answer.json()).data.status === status) {
      return Date.now();
    }
  }
}

// When the page shows it.
const whenShown = (word) =>
  new Promise((resolve) => {
    const look = () =>
      [...document.querySelectorAll('[role="cell"]')].some((cell) => cell.textContent === word) ? resolve(Date.now()) : requestAnimationFrame(look);
    look();
  });

async function actOn(page, guest, action, status, word) {
  await page.getByRole('button', { name: /^Actions on/ }).click();
  await page.getByRole('menuitem', { name: new RegExp(`^${action}`) }).click();
  const dialog = page.getByRole('dialog');
  if (action !== 'Start') {
    await dialog.getByRole('button', { name: action, exact: true }).click();
  }
  const shown = page.evaluate(whenShown, word);
  const happened = await whenInProxmox(guest, status);
  return (await shown) - happened;
}

// What a page that nobody touches fetches in a minute, as it comes over the wire, with headers.
async function bytesAtRest(path) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
  const page = await context.newPage();
  await page.goto(`${base}${path}`);
  await page.locator('[role="table"] [role="row"]').nth(5).waitFor();
  await page.waitForTimeout(5000);
  const network = await context.newCDPSession(page);
  const paths = new Map();
  const bytes = {};
  const add = (id, count) => {
    const name = paths.get(id) ?? 'events';
    bytes[name] = (bytes[name] ?? 0) + count;
  };
  network.on('Network.requestWillBeSent', ({ requestId, request }) => paths.set(requestId, new URL(request.url).pathname));
  network.on('Network.responseReceived', ({ requestId, response }) => add(requestId, response.encodedDataLength));
  network.on('Network.dataReceived', ({ requestId, encodedDataLength }) => add(requestId, encodedDataLength));
  await network.send('Network.enable');
  await page.waitForTimeout(60_000);
  await context.close();
  return bytes;
}

const opened = [];
const filtered = [];
for (let i = 0; i < times; i++) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
  const page = await context.newPage();
  await page.goto(`${base}/operations`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  opened.push(await page.evaluate(untilRows));
  for (const text of ['g', 'gu', 'node:pve1', 'node:pve12', 'status:running 10', '']) {
    filtered.push(await page.evaluate(untilFiltered, text));
    await page.waitForTimeout(300);
  }
  await context.close();
}

const acted = [];
const guests = await (await fetch(`${base}/api/proxmox/guests`)).json();
const guest = guests.find(({ type, status, template, lock }) => type === 'qemu' && status === 'stopped' && !template && lock === null);
const page = await browser.newPage();
await page.goto(`${base}/resources?q=vmid%3A${guest.vmid}`);
for (let i = 0; i < times; i++) {
  acted.push(await actOn(page, guest, 'Start', 'running', 'Running'));
  acted.push(await actOn(page, guest, 'Stop', 'stopped', 'Stopped'));
}
row('resources page after the click, cold cache, 32 nodes, 10,000 guests', opened);
row('filter keystroke to the result, 10,000 guests', filtered);
const rest = await bytesAtRest('/resources');
row('Proxmox has started or stopped a guest → the page shows it, 10,000 guests', acted);
const kilobytes = (count) => (count / 1000).toFixed(1);
const all = Object.values(rest).reduce((sum, count) => sum + count, 0);
const parts = Object.entries(rest).toSorted(([, a], [, b]) => b - a);
console.log(
  `| the resources page at rest, 10,000 guests | ${kilobytes(all)} KB a minute (${parts.map(([path, count]) => `${path} ${kilobytes(count)}`).join(', ')}) |`,
);
await browser.close();
