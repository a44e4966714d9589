// The files that the browser computes: they parse back, and their sums are those of the screen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decimal, parseCsv, shownAmount, sum } from './lib/csv.mjs';
import { download } from './lib/site.mjs';
import { EUR, loaded, of, openPage } from './lib/tenant.mjs';

const none = { console: [], csp: [], requests: [] };
const TITLE = 'Download Azure usage and charges';
const HEADER = 'invoiceId,previousInvoiceId,billingAccountId,billingAccountName,billingProfileId,billingProfileName,invoiceSectionId,invoiceSectionName,resellerName,resellerMpnId,costCenter,billingPeriodEndDate,billingPeriodStartDate,servicePeriodEndDate,servicePeriodStartDate,date,serviceFamily,productOrderId,productOrderName,consumedService,meterId,meterName,meterCategory,meterSubCategory,meterRegion,ProductId,ProductName,SubscriptionId,subscriptionName,publisherType,publisherId,publisherName,resourceGroupName,ResourceId,resourceLocation,location,effectivePrice,quantity,unitOfMeasure,chargeType,billingCurrency,pricingCurrency,costInBillingCurrency,costInPricingCurrency,costInUsd,paygCostInBillingCurrency,paygCostInUsd,exchangeRatePricingToBilling,exchangeRateDate,isAzureCreditEligible,serviceInfo1,serviceInfo2,additionalInfo,tags,PayGPrice,frequency,term,reservationId,reservationName,PricingModel,unitPrice,costAllocationRuleName,benefitId,benefitName,provider';

/** What a grid shows: the words of its heads, of its rows and of its totals, without the columns of the ticks and the menus. */
const grid = (page, name) =>
  page.getByRole('table', { name }).evaluate((table) => {
    const words = (cell) => cell.querySelector('time')?.dateTime ?? cell.innerText.trim();
    const cells = (row) => [...row.cells].map(words);
    const [first, menus] = [table.querySelector('thead input') ? 1 : 0, table.tHead.rows[0].cells.length - 1];
    return {
      heads: cells(table.tHead.rows[0]).slice(first, menus).map((head) => head.replace(/\s+/g, ' ')),
      rows: [...table.tBodies[0].rows].map((row) => cells(row).slice(first, menus)),
      totals: [...(table.tFoot?.rows ?? [])].map((row) => cells(row).slice(first, menus)),
    };
  });

/** The file of the page's list, as the pane offers it first: CSV, safe for spreadsheets, all columns. */
async function exported(page, [open, save] = ['Export', 'Download']) {
  await page.getByRole('button', { name: open, exact: true }).click();
  const pane = page.getByRole('dialog', { name: open });
  const file = await download(page, () => pane.getByRole('button', { name: save, exact: true }).click());
  return { ...file, rows: parseCsv(file.text) };
}

/** The file has the rows, columns and order of the screen, and its sums are the totals on the screen. */
async function sameAsScreen(page) {
  const shown = await grid(page, 'Invoices');
  const { name, rows: [heads, ...rows] } = await exported(page);
  assert.equal(name, 'invoices-2026-11-21-safe.csv');
  const currency = heads.indexOf('Currency');
  const without = (row) => row.filter((_, at) => at !== currency);
  assert.deepEqual(without(heads), shown.heads);
  assert.equal(rows.length, shown.rows.length);
  rows.map(without).forEach((row, at) => {
    row.forEach((cell, column) => {
      const seen = shown.rows[at][column];
      if (['Total', 'Amount due'].includes(shown.heads[column])) assert.equal(decimal(cell), shownAmount(seen), `${row[0]} ${seen}`);
      else assert.equal(cell.replace(/^'/, ''), seen);
    });
  });
  for (const column of ['Total', 'Amount due']) {
    const at = heads.indexOf(column);
    const currencies = [...new Set(rows.map((row) => row[currency]))].toSorted();
    assert.deepEqual(shown.totals.map(([label]) => label.replace('Total ', '')).toSorted(), currencies);
    for (const total of shown.totals) {
      const own = rows.filter((row) => total[0].endsWith(row[currency]));
      assert.equal(sum(own.map((row) => row[at])), shownAmount(total[shown.heads.indexOf(column)]), `${column} of ${total[0]}`);
    }
  }
  return rows;
}

test('the exported list has the rows, columns, order and sums of the screen', async () => {
  const { page, problems, close } = await openPage(of('invoices'));
  await loaded(page, 'Invoices');
  const rows = await sameAsScreen(page);
  assert.ok(rows.length >= 72, `24 months of three profiles: ${rows.length}`);
  await page.getByText('invoices-2026-11-21-safe.csv was downloaded').waitFor();
  assert.deepEqual(problems, none);
  await close();
});

test('the totals are the sums of the rows, whatever is filtered', async () => {
  for (const filter of ['status=Paid', 'status=Void', 'months=6', 'q=G9970']) {
    const { page, close } = await openPage(`${of('invoices')}?${filter}`);
    await loaded(page, 'Invoices');
    assert.ok((await sameAsScreen(page)).length > 0, filter);
    await close();
  }
});

test('a filtered and sorted list is exported as it stands', async () => {
  const { page, close } = await openPage(`${of('invoices')}?status=Due,OverDue&sort=total`);
  await loaded(page, 'Invoices');
  const rows = await sameAsScreen(page);
  assert.ok(rows.length > 0 && rows.length < 72);
  assert.ok(rows.every(([, status]) => ['Due', 'Past due'].includes(status)));
  await close();
});

test('the files speak the language of the screen, and keep numbers for programs', async () => {
  const { page, close } = await openPage(`${of('invoices')}?status=OverDue`, { locale: 'nl-NL' });
  await loaded(page, 'Facturen');
  const { rows: [heads, ...rows] } = await exported(page, ['Exporteren', 'Downloaden']);
  assert.deepEqual(heads, ['Factuur-id', 'Status', 'Factuurdatum', 'Vervaldatum', 'Document', 'Factureringsprofiel', 'PO-nummer', 'Totaal', 'Te betalen bedrag', 'Valuta']);
  assert.ok(rows.length > 0);
  for (const row of rows) {
    assert.equal(row[1], 'Achterstallig');
    assert.match(row[2], /^\d{4}-\d\d-\d\d$/);
    decimal(row[7]);
  }
  await close();
});

/** Chooses in the usage pane; returns the pane. */
async function usagePane(page) {
  await page.getByRole('button', { name: TITLE }).click();
  const pane = page.getByRole('dialog', { name: TITLE });
  await pane.getByRole('button', { name: 'Download' }).waitFor();
  return pane;
}

const CENT = decimal('0.01');

/** Cost by the words of some columns, of the rows that `keep`. */
function costBy(heads, rows, columns, keep) {
  const [cost, kind, ...keys] = ['costInBillingCurrency', 'chargeType', ...columns].map((name) => heads.indexOf(name));
  const by = new Map();
  for (const row of rows.filter((row) => keep(row[kind]))) {
    const key = keys.map((at) => row[at]).join('|');
    by.set(key, (by.get(key) ?? 0n) + sum([row[cost]]));
  }
  return [...by.values()];
}

const total = (amounts) => amounts.reduce((sum, amount) => sum + amount, 0n);
const isAdjustment = (kind) => kind === 'RoundingAdjustment';
const isCharge = (kind) => !isAdjustment(kind);

/** What an invoice says: a line per section and meter, cut at the cent, and what the adjustment rows give back. */
function billedFrom(heads, rows) {
  const lines = costBy(heads, rows, ['invoiceSectionId', 'meterId', 'ProductId'], isCharge).map((cost) => (cost / CENT) * CENT);
  const adjustments = costBy(heads, rows, ['invoiceSectionId'], isAdjustment);
  assert.ok(adjustments.length > 0);
  return total(lines) + total(adjustments);
}

/** The same by another way: each section's whole cost, rounded half away from zero. */
function roundedBySection(heads, rows) {
  const half = (cost) => (cost < 0n ? -CENT : CENT) / 2n;
  return total(costBy(heads, rows, ['invoiceSectionId'], isCharge).map((cost) => ((cost + half(cost)) / CENT) * CENT));
}

/** The charges on the page of the month's invoice. */
async function charges(page, site, number) {
  await page.goto(`${site}${of('invoices', number)}`);
  const summary = page.getByRole('region', { name: 'Billing summary' });
  await summary.waitFor();
  return summary.evaluate((region) => {
    const term = [...region.querySelectorAll('dt')].find((dt) => dt.textContent === 'Charges');
    return term.nextElementSibling.textContent;
  });
}

test('the usage of a closed month has the exact header, and adds up to the charges of its invoice', { timeout: 180_000 }, async () => {
  const { page, site, problems, close } = await openPage(of('profiles', EUR, 'invoices'));
  await loaded(page, 'Invoices');
  const pane = await usagePane(page);
  assert.equal(await pane.getByLabel('Month').evaluate((select) => select.selectedOptions[0].text), 'October 2026');
  await pane.getByRole('radio', { name: /Exact data/ }).check();
  const file = await download(page, () => pane.getByRole('button', { name: 'Download' }).click());
  assert.equal(file.name, `usage-${EUR}-2026-10-exact.csv`);
  await pane.getByText(`${file.name} was downloaded`).waitFor();
  assert.ok(file.text.startsWith(`${HEADER}\r\n`), 'the header of 65 columns, without a byte order mark');
  const [heads, ...rows] = parseCsv(file.text);
  assert.equal(heads.length, 65);
  assert.ok(rows.length > 0);
  assert.ok(rows.every((row) => row.length === 65));
  const cells = (name) => rows.map((row) => row[heads.indexOf(name)]);
  assert.deepEqual([...new Set(cells('billingCurrency'))], ['EUR']);
  assert.deepEqual([...new Set(cells('billingProfileId').map((id) => id.split('/').at(-1)))], [EUR]);
  assert.ok(cells('date').every((date) => /^10\/\d\d\/2026$/.test(date)));
  assert.match(await pane.innerText(), new RegExp(`${rows.length.toLocaleString('en-US')} rows`));
  const [number, ...others] = [...new Set(cells('invoiceId'))];
  assert.deepEqual(others, [], 'one invoice for the month');
  const billed = shownAmount(await charges(page, site, number));
  assert.equal(billedFrom(heads, rows), billed);
  assert.equal(roundedBySection(heads, rows), billed);
  assert.deepEqual(problems, none);
  await close();
});

test('the safe file defuses texts that a spreadsheet would run, and changes no number', { timeout: 180_000 }, async () => {
  const { page, close } = await openPage(of('profiles', EUR, 'invoices'));
  await loaded(page, 'Invoices');
  const pane = await usagePane(page);
  const take = async (mode) => {
    await pane.getByRole('radio', { name: mode }).check();
    const file = await download(page, () => pane.getByRole('button', { name: 'Download' }).click());
    return { name: file.name, rows: parseCsv(file.text) };
  };
  const safe = await take(/Safe for spreadsheets/);
  const exact = await take(/Exact data/);
  assert.equal(safe.name, `usage-${EUR}-2026-10-safe.csv`);
  assert.equal(safe.rows.length, exact.rows.length);
  let defused = 0;
  safe.rows.forEach((row, at) => row.forEach((cell, column) => {
    const source = exact.rows[at][column];
    if (cell === source) return;
    defused += 1;
    assert.equal(cell, `'${source}`);
  }));
  assert.ok(defused > 0, 'the subscription @vloot-test is defused');
  const numbers = ['quantity', 'costInBillingCurrency', 'effectivePrice', 'unitPrice'].map((name) => HEADER.split(',').indexOf(name));
  for (const row of safe.rows.slice(1)) for (const at of numbers) if (row[at] !== '') decimal(row[at]);
  assert.ok(safe.rows.flat().every((cell) => !/^[=@\t\r]/.test(cell)), 'no cell that a spreadsheet runs');
  await close();
});

test('the usage of an invoice is offered for its own profile and month', async () => {
  const { page, close } = await openPage(of('invoices'));
  await loaded(page, 'Invoices');
  const first = page.getByRole('table', { name: 'Invoices' }).getByRole('row').filter({ hasText: 'Freight Americas' }).first();
  const number = (await first.getByRole('rowheader').innerText()).trim();
  await first.getByRole('button', { name: `More actions for ${number}` }).click();
  await page.getByRole('menuitem', { name: TITLE }).click();
  const pane = page.getByRole('dialog', { name: TITLE });
  const chosen = (label) => pane.getByLabel(label).evaluate((select) => select.selectedOptions[0].text);
  await pane.getByRole('button', { name: 'Download' }).waitFor();
  assert.equal(await chosen('Billing profile'), 'Kwelderoog Freight Americas');
  assert.equal(await chosen('Month'), 'October 2026');
  await close();
});

test('a download that is cancelled gives no file, and says so', { timeout: 120_000 }, async () => {
  const { page, close } = await openPage(of('profiles', EUR, 'invoices'));
  await loaded(page, 'Invoices');
  const files = [];
  page.on('download', (file) => files.push(file.suggestedFilename()));
  const pane = await usagePane(page);
  await pane.getByRole('button', { name: 'Download' }).click();
  await pane.getByRole('progressbar').waitFor();
  await pane.getByRole('button', { name: 'Cancel' }).click();
  await pane.getByText('Cancelled. Nothing was downloaded.').waitFor();
  await page.waitForTimeout(1500);
  assert.deepEqual(files, []);
  await pane.getByRole('button', { name: 'Download' }).waitFor();
  await close();
});
