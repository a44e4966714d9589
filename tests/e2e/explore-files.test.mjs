// Files of the rows of one's own usage file: its own columns, another format, FOCUS, groups; previews, links, disk.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { decimal, parseCsv, sum } from './lib/csv.mjs';
import { chosenNames, onDisk, withDisk } from './lib/disk.mjs';
import { axe, download } from './lib/site.mjs';
import { EUR, of, openPage } from './lib/tenant.mjs';

const none = { console: [], csp: [], requests: [] };
const TITLE = 'Open a usage file';
// The file that the site makes of a month: with reservations, and as Azure writes it.
let usage;

before(async () => {
  const { page, close } = await openPage(`${of('profiles', EUR, 'invoices')}?pane=usage&month=2026-10&contents=exact`);
  const dialog = page.getByRole('dialog', { name: 'Download Azure usage and charges' });
  await dialog.getByRole('table').waitFor();
  const whole = (await download(page, () => dialog.getByRole('button', { name: 'Download', exact: true }).click())).text;
  await close();
  // Enough of it: rows of a resource paid by use, and of one that is reserved.
  const [header, ...lines] = whole.trimEnd().split('\r\n');
  const isReserved = (line) => line.includes(',Reservation,');
  const rows = [...lines.filter((line) => !isReserved(line)).slice(0, 400), ...lines.filter(isReserved).slice(0, 20)];
  usage = `${[header, ...rows].join('\r\n')}\r\n`;
});

/** The pane over a file of one's own. */
async function opened(search = '', options = {}) {
  const site = await openPage(`explore?pane=export${search}`, options);
  const choose = () => site.page.locator('input[type=file]').first().setInputFiles({ name: 'mine.csv', mimeType: 'text/csv', buffer: Buffer.from(usage, 'utf8') });
  await choose();
  const dialog = site.page.getByRole('dialog', { name: 'Export these rows' });
  await dialog.waitFor();
  const button = dialog.getByRole('button', { name: 'Download', exact: true });
  return { ...site, dialog, button, choose, save: () => download(site.page, () => button.click()) };
}

const heads = (dialog) => dialog.getByRole('columnheader').allTextContents();
const costs = ([header, ...rows]) => sum(rows.map((row) => row[header.indexOf('costInBillingCurrency')]));

test('the first rows are shown as they will read, under the columns that are chosen', async () => {
  const { dialog, save, problems, page, close } = await opened('&form=own&contents=exact&columns=quantity,date');
  await dialog.getByRole('columnheader', { name: 'quantity' }).waitFor();
  assert.deepEqual(await heads(dialog), ['quantity', 'date']);
  assert.equal(await dialog.getByRole('row').count(), 6);
  await dialog.getByRole('combobox', { name: 'Made for' }).selectOption('excel-nl');
  await dialog.getByRole('cell', { name: '01-10-2026' }).first().waitFor();
  assert.deepEqual(await heads(dialog), ['quantity', 'date'], 'another program, the same columns');
  const file = await save();
  assert.match(file.name, /^mine-excel-nl-exact\.csv$/);
  assert.match(file.text, /^\ufeff?quantity;date\r\n\d+(,\d+)?;01-10-2026\r\n/);
  assert.deepEqual(await axe(page), []);
  assert.deepEqual(problems, none);
  await close();
});

test('without a row that is chosen the file has a header alone, and says so in every form', async () => {
  const { page, dialog, save, close } = await opened('&form=own&contents=exact&q=nowhere-to-be-found');
  await dialog.getByText('No row is chosen: the file has a header and no rows.').waitFor();
  await dialog.getByRole('radio', { name: /^The columns of another format/ }).check();
  await page.waitForFunction(() => new URL(location.href).searchParams.get('form') === 'schema');
  await dialog.getByText('No row is chosen: the file has a header and no rows.').waitFor();
  const [header, ...rows] = parseCsv((await save()).text);
  assert.ok(header.length > 50);
  assert.deepEqual(rows, []);
  await close();
});

test('the columns are in the address, and remembered for the next file that has them', async () => {
  const { page, dialog, save, choose, close } = await opened('&form=own');
  await dialog.locator('summary').filter({ hasText: 'Columns' }).click();
  await dialog.getByRole('searchbox', { name: 'Search for a column' }).fill('meterName');
  await dialog.getByRole('checkbox', { name: 'meterName' }).press('Space');
  await page.waitForFunction(() => new URL(location.href).searchParams.get('columns')?.length > 0);
  await dialog.getByRole('columnheader', { name: 'meterName' }).waitFor({ state: 'detached' });
  await save();
  await page.goto(page.url().replace(/\?.*/, '?pane=export'));
  await choose();
  await dialog.getByRole('columnheader', { name: 'quantity' }).waitFor();
  assert.ok(!(await heads(dialog)).includes('meterName'));
  await close();
});

test('the same format gives the file back byte for byte, another its own columns and the same sum', { timeout: 120_000 }, async () => {
  const { dialog, save, problems, close } = await opened('&form=schema&contents=exact&target=csv&schema=cost-details-2021-10-01');
  await dialog.getByRole('columnheader', { name: 'invoiceId', exact: true }).waitFor();
  assert.equal((await save()).text, usage);
  await dialog.getByRole('combobox', { name: 'File', exact: true }).selectOption('cost-details-2019-11-01');
  await dialog.getByRole('columnheader', { name: 'InvoiceID', exact: true }).or(dialog.getByRole('columnheader', { name: 'invoiceId', exact: true })).first().waitFor();
  const older = parseCsv((await save()).text);
  assert.equal(older[0].length, 60);
  assert.equal(costs(older), costs(parseCsv(usage)));
  assert.deepEqual(problems, none);
  await close();
});

test('FOCUS is not made of one file with reservations, is said so, and is made of the rest', { timeout: 120_000 }, async () => {
  const filter = `&f=${encodeURIComponent('is:pricingModel:OnDemand')}`;
  const half = await opened('&form=schema&schema=focus-1.2&contents=exact&target=csv');
  await half.dialog.getByText(/FOCUS needs the actual and the amortized costs together.*differ: 20\./).waitFor();
  assert.equal(await half.button.count(), 0);
  assert.deepEqual(await axe(half.page), []);
  await half.close();
  const { dialog, save, problems, close } = await opened(`&form=schema&schema=focus-1.2&contents=exact&target=csv${filter}`);
  await dialog.getByRole('columnheader', { name: 'BilledCost', exact: true }).waitFor();
  assert.equal(await dialog.getByRole('columnheader').count(), 109);
  const file = await save();
  assert.equal(file.name, 'mine-focus-1.2-exact.csv');
  const [header, ...rows] = parseCsv(file.text);
  const [from, ...source] = parseCsv(usage);
  const wanted = source.filter((row) => row[from.indexOf('PricingModel')] === 'OnDemand');
  assert.equal(rows.length, wanted.length);
  assert.ok(rows.length > 100);
  assert.equal(sum(rows.map((row) => row[header.indexOf('BilledCost')])), costs([from, ...wanted]));
  assert.deepEqual(problems, none);
  await close();
});

test('a cell that another format has no place for is named, and no file is made without it', async () => {
  const { page, close } = await openPage('explore');
  const broken = usage.split('\r\n');
  const cost = parseCsv(usage)[0].indexOf('costInBillingCurrency');
  const cells = broken[2].split(',');
  cells[cost] = 'many';
  broken[2] = cells.join(',');
  await page.locator('input[type=file]').first().setInputFiles({ name: 'broken.csv', mimeType: 'text/csv', buffer: Buffer.from(broken.join('\r\n'), 'utf8') });
  await page.getByRole('button', { name: 'Open as text all the same' }).click();
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export these rows' });
  await dialog.getByRole('radio', { name: /^The columns of another format/ }).check();
  await dialog.getByText(/line 3, column `costInBillingCurrency`: a number of at most 28 digits expected, found `many`/).first().waitFor();
  await close();
});

test('groups are a file: a row for each, its rows, its sum with every digit', async () => {
  const { dialog, save, close } = await opened('&group=meterCategory&contents=exact&target=csv');
  await dialog.getByRole('radio', { name: /^The groups/ }).and(dialog.locator(':checked')).waitFor();
  await dialog.getByRole('columnheader', { name: 'Sum EUR' }).waitFor();
  const file = await save();
  assert.equal(file.name, 'mine-groups-exact.csv');
  const [header, ...groups] = parseCsv(file.text);
  assert.deepEqual(header, ['meterCategory', 'Rows', 'Sum EUR', 'Quantity', 'Unit']);
  const [from, ...source] = parseCsv(usage);
  const names = new Set(source.map((row) => row[from.indexOf('meterCategory')]));
  assert.equal(groups.length, names.size);
  for (const [name, rows, total] of groups) {
    const own = source.filter((row) => row[from.indexOf('meterCategory')] === name);
    assert.equal(Number(rows), own.length, name);
    assert.equal(decimal(total), costs([from, ...own]), name);
  }
  await close();
});

test('a file goes straight to disk from here too, and nowhere when no place is chosen', { timeout: 120_000 }, async () => {
  const site = await openPage('explore?pane=export&form=as-it-was');
  await withDisk(site.page);
  await site.page.locator('input[type=file]').first().setInputFiles({ name: 'mine.csv', mimeType: 'text/csv', buffer: Buffer.from(usage, 'utf8') });
  const pane = site.page.getByRole('dialog', { name: 'Export these rows' });
  await pane.getByRole('checkbox', { name: 'Save straight to disk' }).check();
  const make = () => pane.getByRole('button', { name: 'Download', exact: true }).click();
  await make();
  await pane.getByText('mine.csv was downloaded').waitFor();
  assert.equal(await onDisk(site.page, 'mine.csv'), usage);
  await pane.getByRole('radio', { name: /^The columns of another format/ }).check();
  await pane.getByRole('radio', { name: /exact/i }).check();
  await make();
  await pane.getByText(/^mine-cost-details-.* was downloaded/).waitFor();
  const [, name] = await chosenNames(site.page);
  assert.match(await onDisk(site.page, name), /^invoiceId,/i);
  await withDisk(site.page, { refuse: true });
  await make();
  await site.page.waitForFunction(() => window.chosen.length === 1);
  await pane.getByRole('button', { name: 'Download', exact: true }).waitFor();
  assert.equal(await pane.getByText('was downloaded').count(), 0);
  await site.close();
});
