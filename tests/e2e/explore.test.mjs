// A usage file of the person's own: dropped, recognised, filtered, sorted, grouped, added up, and written again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe, download } from './lib/site.mjs';
import { parseCsv } from './lib/csv.mjs';
import { openPage } from './lib/tenant.mjs';

const TITLE = 'Open a usage file';
const HEADER = ['UsageDateTime', 'SubscriptionGuid', 'ResourceGroup', 'ResourceLocation', 'MeterCategory', 'MeterSubCategory', 'MeterName', 'MeterId', 'MeterRegion', 'UnitOfMeasure', 'UsageQuantity', 'ResourceRate', 'PreTaxCost', 'Currency', 'ConsumedService', 'ResourceType', 'InstanceId', 'Tags', 'OfferId', 'AdditionalInfo', 'ServiceInfo1', 'ServiceInfo2', 'ServiceName', 'ServiceTier'];
const SUBSCRIPTION = '00000000-1111-2222-3333-444444444444';

/** A file of pay-as-you-go usage: so many rows, in euros and dollars. */
function usageFile(rows) {
  const lines = [HEADER.join(',')];
  for (let row = 0; row < rows; row += 1) {
    const values = {
      UsageDateTime: `2026-03-${String(1 + (row % 28)).padStart(2, '0')}`,
      SubscriptionGuid: SUBSCRIPTION,
      ResourceGroup: `group-${row % 3}`,
      MeterCategory: row % 2 ? 'Storage' : 'Virtual Machines',
      MeterName: `Meter ${row}`,
      UnitOfMeasure: '1 Hour',
      UsageQuantity: '1',
      ResourceRate: '0.1',
      PreTaxCost: row % 5 ? '0.1' : '0.0535960591133005',
      Currency: row % 4 ? 'EUR' : 'USD',
      InstanceId: `/subscriptions/${SUBSCRIPTION}/resource-${row}`,
      Tags: row === 0 ? '"{""env"": ""a,b""}"' : '',
    };
    lines.push(HEADER.map((name) => values[name] ?? '').join(','));
  }
  return `${lines.join('\r\n')}\r\n`;
}

const buffer = (text) => Buffer.from(text, 'utf8');
const choose = (page, text, name = 'usage.csv') =>
  page.locator('input[type=file]').first().setInputFiles({ name, mimeType: 'text/csv', buffer: buffer(text) });
const grid = (page) => page.getByRole('grid', { name: TITLE });

async function opened(options, text = usageFile(100)) {
  const found = await openPage(options?.path ?? 'explore', options);
  await choose(found.page, text);
  await grid(found.page).waitFor();
  return found;
}

test('the page is found in the menu and in the search, and says that nothing leaves the browser', async () => {
  const { page, close } = await openPage('');
  await page.getByRole('navigation').getByRole('link', { name: TITLE }).click();
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  await page.getByText('Nothing of it is sent anywhere').waitFor();
  assert.deepEqual(await axe(page), []);
  await close();
});

test('a file is recognised, its rows are counted and its costs are added up exactly, a sum for each currency', async () => {
  const { page, problems, close } = await opened();
  await page.getByText('Usage details, pay-as-you-go').waitFor();
  await page.getByText('100 of 100 rows').waitFor();
  const sums = await page.locator('.explore-sums').innerText();
  // In euros 75 rows, of which 15 have the long number; in dollars 25, of which 5 have it.
  assert.match(sums, /6\.8039408866995075\s+EUR/);
  assert.match(sums, /2\.2679802955665025\s+USD/);
  assert.equal(await grid(page).getAttribute('aria-rowcount'), '101');
  assert.deepEqual(problems.console, []);
  assert.deepEqual(problems.csp, []);
  assert.deepEqual(await axe(page), []);
  await close();
});

test('a file that is dropped opens', async () => {
  const { page, close } = await openPage('explore');
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'dropped.csv', { type: 'text/csv' }));
    return transfer;
  }, usageFile(5));
  await page.locator('.explore-drop').dispatchEvent('drop', { dataTransfer: data });
  await page.getByText('dropped.csv').first().waitFor();
  await page.getByText('5 of 5 rows').waitFor();
  await close();
});

test('search, filters, sort and groups are in the address, and outlive the file', async () => {
  const { page, close } = await opened();
  await page.getByRole('searchbox', { name: 'Search all columns' }).fill('STORAGE');
  await page.getByText('50 of 100 rows').waitFor();
  await page.getByRole('button', { name: 'Filter a column' }).click();
  const pane = page.getByRole('dialog', { name: 'Filter a column' });
  await pane.getByLabel('Column').selectOption('PreTaxCost');
  await pane.getByLabel('To', { exact: true }).fill('0.06');
  await pane.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByText('10 of 100 rows').waitFor();
  await grid(page).getByRole('button', { name: 'MeterName' }).click();
  await grid(page).getByRole('columnheader', { name: 'MeterName' }).and(page.locator('[aria-sort=ascending]')).waitFor();
  assert.match(page.url(), /q=STORAGE/);
  assert.match(page.url(), /sort=MeterName/);
  await page.reload();
  await page.getByText('Open it again').waitFor();
  await choose(page, usageFile(100));
  await page.getByText('10 of 100 rows').waitFor();
  await page.getByRole('button', { name: /^Remove filter: PreTaxCost/ }).click();
  await page.getByText('50 of 100 rows').waitFor();
  await close();
});

test('groups have their rows and a sum for each currency, and a group opens as its rows', async () => {
  const { page, close } = await opened({ path: 'explore?group=MeterCategory' });
  await page.getByText('Groups: 2 (100 of 100 rows)').waitFor();
  const cells = grid(page).getByRole('gridcell');
  await cells.filter({ hasText: 'Storage' }).waitFor();
  assert.equal(await grid(page).getByRole('columnheader', { name: /^Sum (EUR|USD)$/ }).count(), 2);
  await cells.filter({ hasText: 'Storage' }).dblclick();
  await page.getByText('50 of 100 rows').waitFor();
  await page.getByText('MeterCategory is "Storage"', { exact: true }).waitFor();
  await close();
});

test('the rows that are chosen are written as the file was, and under its own columns', async () => {
  const text = usageFile(40);
  const { page, close } = await opened({}, text);
  await page.getByText('40 of 40 rows').waitFor();
  await page.getByRole('button', { name: 'Export' }).click();
  const pane = page.getByRole('dialog', { name: 'Export these rows' });
  await pane.getByRole('radio', { name: /^As the file was/ }).check();
  const same = await download(page, () => pane.getByRole('button', { name: 'Download' }).click());
  assert.equal(same.text, text);
  await pane.getByRole('radio', { name: /^The columns of this file/ }).check();
  await pane.getByRole('radio', { name: /exact/i }).check();
  const own = await download(page, () => pane.getByRole('button', { name: 'Download' }).click());
  const [head, ...rows] = parseCsv(own.text);
  assert.deepEqual(head, HEADER);
  assert.equal(rows.length, 40);
  assert.equal(rows[5][HEADER.indexOf('PreTaxCost')], '0.0535960591133005');
  await close();
});

test('a broken file says line, column and what was expected, and what was open stays open', async () => {
  const { page, close } = await opened();
  const broken = usageFile(3).replace('0.1,0.1,EUR', '0.1,many,EUR');
  await choose(page, broken, 'broken.csv');
  const alert = page.getByRole('alert').filter({ hasText: 'broken.csv was not opened' });
  await alert.filter({ hasText: 'Line 3, column "PreTaxCost": a number of at most 28 digits is expected, but "many" was found.' }).waitFor();
  await page.getByText('100 of 100 rows').waitFor();
  await alert.getByRole('button', { name: 'Open as text all the same' }).click();
  await page.getByText('3 of 3 rows').waitFor();
  await page.getByText('Cells of "PreTaxCost" that stay text and are in no sum: 1.').waitFor();
  await choose(page, `${HEADER.join(',')}\r\n1,2\r\n`, 'short.csv');
  await page.getByRole('alert').filter({ hasText: 'Line 2: 24 cells are expected, 2 were found.' }).waitFor();
  await close();
});

test('the grid is walked with the keyboard, and holds only what is in view', async () => {
  const { page, close } = await opened({}, usageFile(30_000));
  await page.getByText('30,000 of 30,000 rows').waitFor();
  await grid(page).focus();
  const active = () => grid(page).evaluate((element) =>
    document.getElementById(element.getAttribute('aria-activedescendant'))?.closest('[role=row]').getAttribute('aria-rowindex'));
  await page.keyboard.press('ArrowDown');
  assert.equal(await active(), '3');
  await page.keyboard.press('Control+End');
  await grid(page).getByRole('row').and(page.locator('[aria-rowindex="30001"]')).waitFor();
  await assert.doesNotReject(page.waitForFunction((element) => element.getAttribute('aria-activedescendant')?.includes('-29999-'), await grid(page).elementHandle()));
  assert.equal(await active(), '30001');
  assert.ok(await grid(page).getByRole('row').count() < 80);
  await page.keyboard.press('Control+Home');
  await page.waitForFunction((element) => element.getAttribute('aria-activedescendant')?.includes('-0-'), await grid(page).elementHandle());
  assert.equal(await active(), '2');
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await page.getByText(/^UsageDateTime is "2026-03-01"$/).waitFor();
  await close();
});

test('on a narrow page nothing but the grid goes sideways', async () => {
  const { page, close } = await opened({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
  await page.getByText('100 of 100 rows').waitFor();
  const [wide, view] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(wide <= view, `${wide} px of ${view}`);
  assert.deepEqual(await axe(page), []);
  await close();
});

test('in Dutch and in Swedish the page says its own words', async () => {
  for (const [locale, title] of [['nl-NL', 'Gebruiksbestand openen'], ['sv-SE', 'Öppna en användningsfil']]) {
    const { page, close } = await openPage('explore', { locale });
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await close();
  }
});
