// What a usage file is to be: schema, spreadsheet or program, columns and their order, the first rows, and where it goes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosenNames, onDisk, withDisk } from './lib/disk.mjs';
import { download } from './lib/site.mjs';
import { EUR, of, openPage } from './lib/tenant.mjs';

const none = { console: [], csp: [], requests: [] };
const MONTH = '2026-10';
const pane = (search = '') => `${of('profiles', EUR, 'invoices')}?pane=usage&month=${MONTH}${search}`;
const TITLE = 'Download Azure usage and charges';

/** The pane of the usage file. */
async function opened(search) {
  const site = await openPage(pane(search));
  const dialog = site.page.getByRole('dialog', { name: TITLE });
  await dialog.getByRole('table').waitFor();
  return { ...site, dialog, save: () => download(site.page, () => dialog.getByRole('button', { name: 'Download', exact: true }).click()) };
}

test('the first rows are shown as they will read, and change with what is chosen', async () => {
  const { dialog, close } = await opened('&columns=date,quantity,billingCurrency');
  assert.deepEqual(await dialog.getByRole('columnheader').allTextContents(), ['date', 'quantity', 'billingCurrency']);
  assert.equal(await dialog.getByRole('row').count(), 6);
  assert.match(await dialog.getByRole('cell').first().textContent(), /^10\/01\/2026$/);
  await dialog.getByRole('combobox', { name: 'Made for' }).selectOption('excel-nl');
  await dialog.getByRole('cell', { name: '01-10-2026' }).first().waitFor();
  assert.match(await dialog.getByRole('row').nth(1).getByRole('cell').nth(1).textContent(), /^\d+(,\d+)?$/);
  await close();
});

test('a file for Excel in Dutch has semicolons, decimal commas, its own dates and a byte order mark', async () => {
  const exact = await opened('&contents=exact&columns=date,costInBillingCurrency,isAzureCreditEligible');
  const csv = (await exact.save()).text.trimEnd().split('\r\n');
  await exact.close();
  const dutch = await opened('&contents=exact&columns=date,costInBillingCurrency,isAzureCreditEligible&target=excel-nl');
  const file = await dutch.save();
  await dutch.close();
  assert.match(file.name, /-excel-nl-exact\.csv$/);
  assert.deepEqual([...file.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const turned = (line) => line
    .replace(/^(\d\d)\/(\d\d)\/(\d{4}),(.*),(.*)$/, (_, month, day, year, cost, flag) => `${day}-${month}-${year};${cost.replace('.', ',')};${flag}`)
    .replace(/True$/, 'WAAR').replace(/False$/, 'ONWAAR');
  const lines = file.bytes.subarray(3).toString('utf8').trimEnd().split('\r\n');
  assert.equal(lines[0], 'date;costInBillingCurrency;isAzureCreditEligible');
  assert.deepEqual(lines.slice(1), csv.slice(1).map(turned));
});

test('JSON, one row a line and a workbook hold the same rows', async () => {
  const columns = '&columns=date,costInBillingCurrency,tags';
  const csv = await opened(`${columns}&contents=exact`);
  const rows = (await csv.save()).text.trimEnd().split('\r\n').length - 1;
  await csv.close();
  const list = await opened(`${columns}&target=json`);
  const json = await list.save();
  await list.close();
  assert.match(json.name, /\d\.json$/);
  const read = JSON.parse(json.text);
  assert.equal(read.length, rows);
  assert.deepEqual(Object.keys(read[0]), ['date', 'costInBillingCurrency', 'tags']);
  const lines = await opened(`${columns}&target=ndjson`);
  assert.equal((await lines.save()).text.trimEnd().split('\n').length, rows);
  await lines.close();
  const book = await opened(`${columns}&target=xlsx`);
  const workbook = await book.save();
  await book.close();
  assert.match(workbook.name, /\.xlsx$/);
  assert.equal(workbook.bytes.subarray(0, 2).toString(), 'PK');
});

test('FOCUS has its own columns, and bills exactly what the usage file of the month bills', async () => {
  const usage = await opened('&contents=exact');
  await usage.save();
  const total = async ({ dialog }) => (await dialog.getByText(/^Total cost: /).textContent()).trim();
  const billed = await total(usage);
  await usage.close();
  const focus = await opened('&contents=exact&schema=focus-1.2');
  assert.equal(await focus.dialog.getByRole('columnheader').count(), 109);
  await focus.dialog.getByText('The open format of the FinOps Foundation').waitFor();
  const sideways = await focus.dialog.locator('.fx-pane__body').evaluate((body) => body.scrollWidth - body.clientWidth);
  assert.equal(sideways, 0, 'only the first rows go sideways');
  const file = await focus.save();
  assert.match(file.name, /-focus-1\.2-exact\.csv$/);
  assert.match(file.text, /^AvailabilityZone,BilledCost,BillingAccountId,/);
  assert.equal(await total(focus), billed);
  assert.deepEqual(focus.problems, none);
  await focus.close();
});

test('columns are left out and moved by keyboard, and the choice is in the address and remembered', async () => {
  const { page, dialog, save, close } = await opened('&columns=date,quantity');
  await dialog.locator('summary').filter({ hasText: 'Columns' }).click();
  await dialog.getByRole('searchbox', { name: 'Search for a column' }).fill('meterName');
  await dialog.getByRole('checkbox', { name: 'meterName' }).press('Space');
  await dialog.getByRole('columnheader', { name: 'meterName' }).waitFor();
  await dialog.getByRole('searchbox', { name: 'Search for a column' }).fill('');
  await dialog.getByRole('button', { name: 'Move quantity up' }).press('Enter');
  const columns = () => new URL(page.url()).searchParams.get('columns');
  await page.waitForFunction(() => new URL(location.href).searchParams.get('columns')?.startsWith('date,quantity'));
  assert.equal(columns(), 'date,quantity,meterName');
  const file = await save();
  assert.match(file.text, /^date,quantity,meterName\r\n/);
  await page.goto(page.url().replace(/&columns=[^&]*/, ''));
  await dialog.getByRole('columnheader', { name: 'meterName' }).waitFor();
  assert.deepEqual(await dialog.getByRole('columnheader').allTextContents(), ['date', 'quantity', 'meterName'], 'as it was the last time');
  await close();
});

test('a file goes straight to disk where the browser can and the person wants it', async () => {
  const { page, dialog, save, close } = await opened('&contents=exact&columns=date,quantity');
  const whole = await save();
  assert.ok(whole.text.length > 1000);
  await withDisk(page);
  await dialog.getByRole('checkbox', { name: 'Save straight to disk' }).check();
  await dialog.getByRole('button', { name: 'Download', exact: true }).click();
  await dialog.getByText(`${whole.name} was downloaded`).waitFor();
  assert.deepEqual(await chosenNames(page), [whole.name]);
  assert.equal(await onDisk(page, whole.name), whole.text);
  await close();
});
