// Files of the person's own: what the API answered, saved as JSON, is looked at in every page without a sign-in.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { parseCsv } from './lib/csv.mjs';
import { startTeam } from './lib/http.mjs';
import { axe, download, started } from './lib/site.mjs';
import { ACCOUNT, EUR, description, loaded, of, row } from './lib/tenant.mjs';

const none = { console: [], csp: [], requests: [] };
const TITLE = 'Open files of your own';
const USAGE = 'Download Azure usage and charges';
const READ_ONLY = 'These are files: nothing can be changed';
const ROOT = `/providers/Microsoft.Billing/billingAccounts/${encodeURIComponent(ACCOUNT)}`;
const PROFILE = `${ROOT}/billingProfiles/${EUR}`;
const VERSION = 'api-version=2024-04-01';

let team, sandbox, folder, saved, invoice;

/** Saves every page of a list as a file of its own, byte for byte: JSON.parse would round its numbers. */
async function save(name, path) {
  for (let [next, at] = [path, 0]; next; at += 1) {
    const answer = await fetch(sandbox.address + next, { headers: { authorization: `Bearer ${sandbox.token}` } });
    if (!answer.ok) throw new Error(`${next}: ${answer.status} ${await answer.text()}`);
    const text = await answer.text();
    const file = join(folder, at === 0 ? `${name}.json` : `${name}-${at}.json`);
    await writeFile(file, text);
    saved.push(file);
    next = JSON.parse(text).nextLink?.replace(/^https?:\/\/[^/]+/, '');
  }
}

before(async () => {
  team = await startTeam('own');
  ({ sandbox } = team);
  folder = await mkdtemp(join(tmpdir(), 'factuur-own-'));
  saved = [];
  const days = 'periodStartDate=2026-01-01&periodEndDate=2026-11-30';
  await save('accounts', `/providers/Microsoft.Billing/billingAccounts?${VERSION}&expand=soldTo`);
  await save('profiles', `${ROOT}/billingProfiles?${VERSION}`);
  await save('sections', `${PROFILE}/invoiceSections?${VERSION}`);
  await save('invoices', `${ROOT}/invoices?${VERSION}&${days}`);
  await save('roles', `${PROFILE}/billingRoleAssignments?${VERSION}`);
  await save('role-definitions', `${PROFILE}/billingRoleDefinitions?${VERSION}`);
  await save('usage', `${PROFILE}/providers/Microsoft.Consumption/usageDetails?api-version=2023-11-01&$expand=properties/additionalInfo&metric=actualcost&startDate=2026-10-01&endDate=2026-10-31`);
  const invoices = JSON.parse(await readFile(join(folder, 'invoices.json'), 'utf8')).value;
  const isOctober = ({ properties }) => properties.billingProfileId?.endsWith(EUR) && properties.invoicePeriodEndDate?.startsWith('2026-10-31');
  invoice = invoices.find(isOctober);
  await save('transactions', `${ROOT}/invoices/${invoice.name}/transactions?${VERSION}`);
});

after(async () => {
  await sandbox?.stop();
  if (folder) await rm(folder, { recursive: true });
});

/** A person's window with the files opened on the page that opens them. */
async function opened({ files = saved, path = 'open', ...options } = {}) {
  const window = await team.open({ path, ...options });
  await started(window.page);
  await pick(window.page, files);
  return window;
}

async function pick(page, files) {
  await page.getByRole('button', { name: 'Choose files' }).waitFor();
  await page.locator('input[type=file]:not([webkitdirectory])').setInputFiles(files);
}

const bar = (page) => page.getByText('You are looking at your own files: read only.');

test('saved files become a billing account: its invoices, an invoice, who may do what, and its usage digit for digit', { timeout: 240_000 }, async () => {
  const { page, problems, requests, close } = await opened();
  const held = page.getByRole('table', { name: 'What the files hold' });
  await held.waitFor();
  await row(page, 'What the files hold', /Usage details/).waitFor();
  await bar(page).waitFor();
  await page.getByRole('button', { name: /^Account and directories.*Your own files/ }).waitFor();
  await page.getByRole('link', { name: 'Open billing' }).click();
  await page.getByRole('link', { name: 'Kwelderoog Zeevracht B.V.' }).click();
  await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Invoices', exact: true }).click();
  await loaded(page, 'Invoices');
  await page.getByRole('table', { name: 'Invoices' }).getByRole('link', { name: invoice.name }).click();
  await page.getByRole('heading', { level: 1, name: invoice.name }).waitFor();
  const paper = await download(page, () => page.getByRole('button', { name: 'Download invoice PDF' }).click());
  assert.equal(paper.bytes.subarray(0, 5).toString(), '%PDF-');

  await page.goto(`${team.site}${of('profiles', EUR, 'access')}`);
  await started(page);
  // The files went with the page: it asks for them again, and goes on at its address.
  await page.getByText('You were looking at your own files.').waitFor();
  await pick(page, saved);
  await loaded(page, 'Access control (IAM)');
  const add = page.getByRole('button', { name: 'Add', exact: true });
  assert.equal(await add.getAttribute('aria-disabled'), 'true');
  assert.equal(await description(add), READ_ONLY);

  await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Invoices', exact: true }).click();
  await loaded(page, 'Invoices');
  await page.getByRole('button', { name: USAGE }).first().click();
  const pane = page.getByRole('dialog', { name: USAGE });
  const file = await download(page, () => pane.getByRole('button', { name: 'Download', exact: true }).click());
  const [header, ...rows] = parseCsv(file.text);
  // The same month over the server: the same records in the same order, every digit of them.
  const source = (await Promise.all(saved.filter((name) => /usage(-\d+)?\.json$/.test(name)).map((name) => readFile(name, 'utf8'))))
    .flatMap((text) => [...text.matchAll(/"costInBillingCurrency":\s*(-?[\d.eE+-]+)/g)].map(([, digits]) => digits));
  const cost = header.indexOf('costInBillingCurrency');
  assert.equal(rows.length, source.length);
  assert.deepEqual(rows.map((cells) => cells[cost]).toSorted(), source.toSorted());
  assert.deepEqual(problems, none);
  assert.deepEqual(requests.map((request) => request.url()).filter((url) => url.includes('files.invalid') || url.startsWith(team.origin)), []);
  await close();
});

test('the lists of saved files are files too: the invoices, and every line of one', { timeout: 120_000 }, async () => {
  const { page, problems, close } = await opened();
  await bar(page).waitFor();
  await page.getByRole('link', { name: 'Open billing' }).click();
  await page.getByRole('link', { name: 'Kwelderoog Zeevracht B.V.' }).click();
  const menu = page.getByRole('navigation', { name: 'Menu' });
  await menu.getByRole('link', { name: 'Invoices', exact: true }).click();
  await loaded(page, 'Invoices');
  const exported = async () => {
    await page.getByRole('button', { name: 'Export', exact: true }).first().click();
    const pane = page.getByRole('dialog', { name: 'Export' });
    await pane.getByRole('table').waitFor();
    const [header, ...rows] = parseCsv((await download(page, () => pane.getByRole('button', { name: 'Download', exact: true }).click())).text);
    await pane.getByRole('button', { name: 'Close' }).click();
    return { header, rows };
  };
  const invoices = JSON.parse(await readFile(join(folder, 'invoices.json'), 'utf8')).value.map(({ name }) => name);
  const list = await exported();
  const listed = list.rows.map((row) => row[list.header.indexOf('Invoice ID')]);
  assert.ok(listed.length > 0 && listed.every((name) => invoices.includes(name)));
  await page.getByRole('table', { name: 'Invoices' }).getByRole('link', { name: invoice.name }).click();
  await page.getByRole('heading', { level: 1, name: invoice.name }).waitFor();
  const lines = await exported();
  const pages = await Promise.all(saved.filter((name) => /transactions(-\d+)?\.json$/.test(name)).map((name) => readFile(name, 'utf8')));
  const told = pages.flatMap((text) => JSON.parse(text).value);
  assert.equal(lines.rows.length, told.length);
  assert.deepEqual(problems, none);
  await close();
});

test('the usage file of saved answers has the rows of the one from the server, every digit of them', { timeout: 240_000 }, async () => {
  const path = of('profiles', EUR, 'invoices');
  const usage = async ({ page, close }) => {
    await loaded(page, 'Invoices');
    await page.getByRole('button', { name: USAGE }).first().click();
    const pane = page.getByRole('dialog', { name: USAGE });
    const file = await download(page, () => pane.getByRole('button', { name: 'Download', exact: true }).click());
    await close();
    return file;
  };
  const live = await usage(await team.connected(path));
  const window = await opened();
  await bar(window.page).waitFor();
  await window.page.goto(team.site + path);
  await started(window.page);
  await pick(window.page, saved);
  const mine = await usage(window);
  // Files are in the order of their days, whatever order they were saved in.
  const [held, told] = [mine, live].map(({ text }) => text.split('\r\n').toSorted().join('\n'));
  assert.equal(mine.bytes.length, live.bytes.length);
  assert.ok(held === told, 'a row differs');
});

test('a broken file says line, column and what was expected, and the others are none the worse for it', async () => {
  const broken = { name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from('{\n "value": [\n  { "id" 1 }\n ]\n}') };
  const table = { name: 'usage.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b,c\r\n1,2,3\r\n') };
  const window = await team.open({ path: 'open' });
  const { page, problems, close } = window;
  await started(page);
  await pick(page, saved.filter((name) => /accounts|profiles/.test(name)));
  await page.getByRole('table', { name: 'What the files hold' }).waitFor();
  await pick(page, [broken, table]);
  const line = row(page, 'What could not be read', /broken\.json/);
  await line.waitFor();
  assert.match(await line.innerText(), /3\s+10/);
  assert.match(await page.getByRole('table', { name: 'What could not be read' }).innerText(), /Expected: a colon\. Found: 1\./);
  await page.getByText(/These are tables, not JSON.*usage\.csv/).waitFor();
  assert.match(await page.locator('#content').getByRole('link', { name: 'Open a usage file' }).getAttribute('href'), /\/explore$/);
  await row(page, 'What the files hold', /Billing accounts/).waitFor();
  await page.locator('summary', { hasText: /^Invoices/ }).click();
  assert.match(await page.locator('details[open] .command__text').first().innerText(), /^az rest --method get --url "https:\/\/management\.azure\.com\//);
  assert.deepEqual(await axe(page), []);
  assert.deepEqual(problems, none);
  await close();
});

test('what is not in the files is told with the command that saves it', async () => {
  const { page, close } = await opened({ files: saved.filter((name) => /accounts|profiles/.test(name)) });
  await page.getByRole('link', { name: 'Open billing' }).click();
  await page.getByRole('link', { name: 'Kwelderoog Zeevracht B.V.' }).click();
  await page.getByText('Not in your files').first().waitFor();
  const command = await page.locator('.command__text').first().innerText();
  assert.match(command, /^az rest --method get --url ".*\/invoices\?.*" --output-file invoices-.*\.json$/);
  await close();
});

test('who leaves is back at the source before, and the files are forgotten', async () => {
  const { page, close } = await opened();
  await bar(page).waitFor();
  await page.getByRole('link', { name: 'Open billing' }).click();
  await page.getByRole('heading', { level: 1, name: 'Cost Management + Billing' }).waitFor();
  await page.getByRole('button', { name: 'Leave' }).click();
  await bar(page).waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: /^Account and directories/ }).filter({ hasNotText: 'Your own files' }).waitFor();
  await page.reload();
  await started(page);
  await loaded(page, 'Billing scopes');
  assert.equal(await page.getByText('You were looking at your own files.').count(), 0);
  await close();
});

test('the page that opens files is found by menu, search and settings, also on a narrow screen in the dark', async () => {
  const { page, close } = await team.open({ path: '' });
  await started(page);
  await page.getByRole('combobox', { name: 'Search pages, accounts and invoices' }).fill('files of your');
  await page.getByRole('option', { name: TITLE }).click();
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('dialog', { name: 'Settings' }).getByRole('link', { name: TITLE }).waitFor();
  await close();
  const narrow = await team.open({ path: 'open', viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
  await started(narrow.page);
  await narrow.page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  assert.ok(await narrow.page.evaluate(() => document.documentElement.scrollWidth <= 390), 'nothing sticks out');
  assert.deepEqual(await axe(narrow.page), []);
  await narrow.close();
});

test('a folder is taken whole but for files of other kinds, and dropped files are read as chosen ones', async () => {
  await writeFile(join(folder, 'picture.png'), 'none');
  const { page, problems, close } = await team.open({ path: 'open' });
  await started(page);
  await page.getByRole('button', { name: 'Choose a folder' }).waitFor();
  await page.locator('input[webkitdirectory]').setInputFiles(folder);
  await row(page, 'What the files hold', /Usage details/).waitFor({ timeout: 60_000 });
  await page.getByText('1 file of another kind was left out.').waitFor();
  await page.getByText(`Read: ${saved.length} files`).waitFor();
  const text = await readFile(join(folder, 'accounts.json'), 'utf8');
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'dropped.json'));
    // Beside the place for them, too.
    document.querySelector('h1').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, text);
  await page.getByText(`Read: ${saved.length + 1} files`).waitFor({ timeout: 60_000 });
  assert.deepEqual(problems, none);
  await close();
});
