// Every list of the site as a file: which lists, which rows, and that a choice is a link and is remembered.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decimal, parseCsv, shownAmount, sum } from './lib/csv.mjs';
import { download } from './lib/site.mjs';
import { ACCOUNT, EUR, PARTNER, SUB_01, loaded, mosp, of, openPage } from './lib/tenant.mjs';

const none = { console: [], csp: [], requests: [] };
const DAY = '2026-11-21';

/** The pane of the list on the page, and what saves its file. */
async function pane(page) {
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('table').waitFor();
  return { dialog, save: () => download(page, () => dialog.getByRole('button', { name: 'Download', exact: true }).click()) };
}

/** Opens a list with its pane, by the address. */
async function opened(path, search = '') {
  const site = await openPage(`${path}?pane=export${search}`);
  return { ...site, ...(await pane(site.page)) };
}

const columns = (dialog) => dialog.getByRole('columnheader').allTextContents();

const LISTS = [
  ['', 'billing-scopes', ['Billing account', 'Billing account type', 'ID', 'Status']],
  [of('profiles'), 'profiles', ['Billing profile', 'ID', 'Status', 'Currency']],
  [of('profiles', EUR, 'sections'), `invoice-sections-${EUR}`, ['Invoice section', 'ID', 'Status']],
  [`accounts/${encodeURIComponent(PARTNER)}/customers`, 'customers', ['Customer', 'ID', 'Status']],
  [of('invoices'), 'invoices', ['Invoice ID', 'Status', 'Invoice date', 'Due date']],
  [of('profiles', EUR, 'access'), 'role-assignments', ['Name', 'Email', 'Type', 'Role', 'Scope', 'Scope id', 'Object id', 'Given on']],
  [mosp('subscriptions'), 'subscriptions', ['Subscription name', 'Subscription ID']],
  [mosp('subscriptions', SUB_01, 'invoices'), `billing-periods-${SUB_01}`, ['Billing period start', 'Billing period end', 'Status', 'Invoice ID']],
  [mosp('subscriptions', SUB_01, 'billing-history'), `billing-history-${SUB_01}`, ['Billing period start', 'Billing period end']],
  [mosp('subscriptions', SUB_01, 'payment-methods'), 'payment-methods', ['Payment method']],
];

test('every list has its rows in a file, as many as the pane says', { timeout: 240_000 }, async () => {
  for (const [path, name, heads] of LISTS) {
    const { page, dialog, save, problems, close } = await opened(path);
    assert.deepEqual((await columns(dialog)).slice(0, heads.length), heads, path);
    const file = await save();
    assert.equal(file.name, `${name}-${DAY}-safe.csv`);
    const [header, ...rows] = parseCsv(file.text);
    assert.deepEqual(header, await columns(dialog), path);
    assert.ok(rows.length > 0 && rows.every((row) => row.length === header.length), path);
    await dialog.getByText(new RegExp(`: ${rows.length} rows?$`)).waitFor();
    await page.getByText(`${file.name} was downloaded`).waitFor();
    assert.deepEqual(problems, none, path);
    await close();
  }
});

test('a command of the page opens the pane, and its rows are those of the page', async () => {
  // By name there are no headings between the rows.
  const { page, close } = await openPage(`${of('profiles', EUR, 'access')}?sort=-name`);
  await loaded(page, 'Access control (IAM)');
  const shown = await page.getByRole('table', { name: 'Access control (IAM)' }).getByRole('rowheader').allTextContents();
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const { save } = await pane(page);
  const [header, ...rows] = parseCsv((await save()).text);
  assert.deepEqual(rows.map((row) => row[header.indexOf('Name')].replace(/^'/, '')), shown);
  await close();
});

test('the lines of an invoice add up to its charges, with every digit and what the API says besides', async () => {
  const { page, close } = await openPage(of('invoices'));
  await loaded(page, 'Invoices');
  await page.getByRole('table', { name: 'Invoices' }).getByRole('rowheader').getByRole('link').nth(5).click();
  const lines = page.getByRole('table', { name: /^Lines/ });
  await lines.getByRole('rowheader', { name: 'Charges' }).waitFor();
  const total = shownAmount(await lines.locator('tfoot tr').last().getByRole('cell').last().innerText());
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const { save } = await pane(page);
  const file = await save();
  assert.match(file.name, new RegExp(`^transactions-G\\d+-${DAY}-safe\\.csv$`));
  const [header, ...rows] = parseCsv(file.text);
  assert.deepEqual(header.slice(0, 3), ['Date', 'Service period start', 'Service period end']);
  const priced = rows.filter((row) => row[header.indexOf('Effective price')] !== '');
  assert.ok(priced.length > 0 && priced.every((row) => row[header.indexOf('Effective price currency')] === 'USD' && row[header.indexOf('Exchange rate')] !== ''));
  assert.equal(sum(rows.map((row) => row[header.indexOf('Charge')])), total);
  assert.ok(rows.every((row) => row[header.indexOf('Currency')].length === 3));
  await close();
});

test('the lines of a statement, and those of a pay-as-you-go invoice, have files of their own', async () => {
  const statement = await openPage(`${mosp('subscriptions', SUB_01, 'billing-history')}?statement=2026-10-05`);
  await statement.page.getByRole('region', { name: /^Statement/ }).getByRole('button', { name: 'Export', exact: true }).click();
  const { dialog, save } = await pane(statement.page);
  const file = await save();
  assert.equal(file.name, `statement-${SUB_01}-2026-10-05-${DAY}-safe.csv`);
  const [header, ...rows] = parseCsv(file.text);
  assert.deepEqual(header.slice(-2), ['Value', 'Currency']);
  await dialog.getByText('Total cost: ').waitFor();
  for (const row of rows) decimal(row[header.indexOf('Value')]);
  assert.ok(rows.length > 0);
  await statement.close();
});

test('a list is every kind of file, each with the same rows', { timeout: 120_000 }, async () => {
  const search = '&columns=number,date,total,currency&status=OverDue';
  const csv = await opened(of('invoices'), `${search}&contents=exact`);
  const file = await csv.save();
  await csv.close();
  assert.equal(file.name, `invoices-${DAY}-exact.csv`);
  const [header, ...rows] = parseCsv(file.text);
  assert.deepEqual(header, ['Invoice ID', 'Invoice date', 'Total', 'Currency']);
  const json = await opened(of('invoices'), `${search}&target=json`);
  const list = JSON.parse((await json.save()).text);
  await json.close();
  assert.deepEqual(list.map((row) => [row['Invoice ID'], row['Invoice date'], row.Currency]), rows.map(([id, date, , currency]) => [id, date, currency]));
  assert.ok(list.every((row) => typeof row.Total === 'number'));
  const dutch = await opened(of('invoices'), `${search}&target=excel-nl`);
  const sheet = await dutch.save();
  await dutch.close();
  assert.equal(sheet.name, `invoices-${DAY}-excel-nl-safe.csv`);
  const lines = sheet.bytes.subarray(3).toString('utf8').trimEnd().split('\r\n').slice(1).map((line) => line.split(';'));
  assert.deepEqual(lines.map(([id, day, total]) => [id, day.split('-').reverse().join('-'), decimal(total.replace(',', '.'))]), rows.map(([id, day, total]) => [id, day, decimal(total)]));
  for (const [target, starts] of [['tsv', 'Invoice ID\t'], ['ndjson', '{"Invoice ID":'], ['xlsx', 'PK']]) {
    const other = await opened(of('invoices'), `${search}&target=${target}`);
    const made = await other.save();
    await other.close();
    assert.ok(made.name.endsWith(`.${target}`) && made.text.startsWith(starts), made.name);
  }
});

test('the choice is in the address, is a link, and is remembered for this list alone', async () => {
  const { page, dialog, save, close } = await opened(of('profiles'));
  await dialog.getByRole('combobox', { name: 'Made for' }).selectOption('excel-sv');
  await dialog.locator('summary').filter({ hasText: 'Columns' }).click();
  await dialog.getByRole('button', { name: 'Move Billing profile down' }).press('Enter');
  await dialog.getByRole('checkbox', { name: 'Status' }).press('Space');
  await page.waitForFunction(() => new URL(location.href).searchParams.get('columns')?.startsWith('id,name'));
  const search = new URL(page.url()).searchParams;
  assert.equal(search.get('target'), 'excel-sv');
  assert.ok(!search.get('columns').split(',').includes('status'));
  const heads = await columns(dialog);
  assert.deepEqual(heads.slice(0, 2), ['ID', 'Billing profile']);
  assert.match((await save()).name, /-excel-sv-safe\.csv$/);
  await dialog.getByRole('button', { name: 'Close' }).click();
  assert.equal(new URL(page.url()).search, '', 'a closed pane leaves nothing in the address');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await dialog.getByRole('table').waitFor();
  assert.deepEqual(await columns(dialog), heads, 'as it was the last time');
  await page.goto(`${new URL(page.url()).origin}/accounts/${encodeURIComponent(ACCOUNT)}/invoices?pane=export`);
  await dialog.getByRole('table').waitFor();
  assert.equal(await dialog.getByRole('combobox', { name: 'Made for' }).inputValue(), 'csv');
  await close();
});

test('text that a spreadsheet would run is kept from it in the file and in the first rows', async () => {
  const { page, dialog, save, close } = await opened(of('profiles'));
  const file = await save();
  for (const row of parseCsv(file.text)) assert.ok(row.every((cell) => !/^[=+@]/.test(cell)), row.join());
  assert.ok((await dialog.getByRole('cell').allTextContents()).every((cell) => !/^[=+@]/.test(cell)));
  assert.ok(page.url());
  await close();
});

test('a list without rows says why it is not exported', async () => {
  const { page, close } = await openPage(`${of('profiles')}?q=nothing-is-called-so`);
  await page.getByText('Nothing matches the filters').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Export', exact: true }).getAttribute('aria-disabled'), 'true');
  await close();
});
